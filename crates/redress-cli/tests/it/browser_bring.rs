//! Real folders dropped onto the page in a real Chromium, what was captured looked at there, and what
//! the page says where something does not go.

use crate::browser::scenario;

#[test]
fn a_folder_of_three_thousand_files_is_dropped_and_sent_at_once() {
    scenario("folder-drop");
}

#[test]
fn a_file_that_the_browser_cannot_read_is_named() {
    scenario("unread-file");
}

#[test]
fn what_is_refused_is_named_and_what_was_chosen_stays() {
    scenario("refused-files");
}

#[test]
fn nothing_that_was_captured_runs_or_loads_where_it_is_looked_at() {
    scenario("inert");
}

#[test]
fn whoever_gets_no_answer_is_told_where_they_asked() {
    scenario("answers-lost");
}

#[test]
fn shown_words_are_not_said_to_be_hidden_and_keys_can_be_switched_off() {
    scenario("keys");
}

#[test]
fn answers_to_forms_and_the_door_are_judged_too() {
    scenario("answers-judged");
}

#[test]
fn every_sheet_says_of_which_case_it_is_and_every_post_is_printed() {
    scenario("printed");
}
