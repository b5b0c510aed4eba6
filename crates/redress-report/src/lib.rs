//! The explained result as a self-contained page, with charts as SVG.
