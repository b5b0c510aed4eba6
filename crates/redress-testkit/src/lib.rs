//! Seeded generators and fixed clocks for tests and benchmarks (development only).
