//! weibo-crawler's SQLite file: four posts, and 487 of the 612 forwards that the page shows.

use super::MakeError;
use super::crawler::{SAVED, short};
use super::people::{Person, passer_by};
use super::story::{CRITIC, MAIN, Note, REPORT, SECOND};
use super::words;
use crate::Random;
use crate::clock::{beijing, naive, platform};
use redress_base::Instant;
use rusqlite::{Connection, params};

/// Forwards of the first post that the crawler could still list.
pub(super) const CAPTURED: u64 = 487;

const TABLES: &str = "
CREATE TABLE user (id varchar(64) NOT NULL, nick_name varchar(64) NOT NULL, gender varchar(6),
  follower_count integer, follow_count integer, birthday varchar(10), location varchar(32),
  ip_location varchar(32), edu varchar(32), company varchar(32), reg_date DATETIME, main_page_url text,
  avatar_url text, bio text, PRIMARY KEY (id));
CREATE TABLE weibo (id varchar(20) NOT NULL, bid varchar(12) NOT NULL, user_id varchar(20),
  screen_name varchar(30), text varchar(2000), article_url varchar(100), topics varchar(200),
  at_users varchar(1000), pics varchar(3000), video_url varchar(1000), live_photo_url varchar(1000),
  location varchar(100), created_at DATETIME, source varchar(30), attitudes_count INT, comments_count INT,
  reposts_count INT, retweet_id varchar(20), edited BOOLEAN DEFAULT 0, edit_count INT DEFAULT 0,
  PRIMARY KEY (id));
CREATE TABLE bins (id integer PRIMARY KEY AUTOINCREMENT, ext varchar(10) NOT NULL, data blob NOT NULL,
  weibo_id varchar(20), comment_id varchar(20), path text, url text);
CREATE TABLE comments (id varchar(20) NOT NULL, bid varchar(20) NOT NULL, weibo_id varchar(32) NOT NULL,
  root_id varchar(20), user_id varchar(20) NOT NULL, created_at varchar(20),
  user_screen_name varchar(64) NOT NULL, user_avatar_url text, text varchar(1000), pic_url text,
  like_count integer, PRIMARY KEY (id));
CREATE TABLE reposts (id varchar(20) NOT NULL, bid varchar(20) NOT NULL, weibo_id varchar(32) NOT NULL,
  user_id varchar(20) NOT NULL, created_at varchar(20), user_screen_name varchar(64) NOT NULL,
  user_avatar_url text, text varchar(1000), like_count integer, PRIMARY KEY (id));
";

/// The whole database file.
pub(super) fn weibodata(notes: &[Note]) -> Result<Vec<u8>, MakeError> {
    let mut db = Connection::open_in_memory()?;
    db.pragma_update(None, "page_size", 4096)?;
    let work = db.transaction()?;
    work.execute_batch(TABLES)?;
    for person in [Person::roadside(), Person::counter()] {
        work.execute(
            "INSERT INTO user (id, nick_name, gender, location, main_page_url, avatar_url) VALUES (?,?,?,?,?,?)",
            params![
                person.id.to_string(),
                person.nickname,
                person.gender,
                person.place,
                person.page(),
                person.avatar()
            ],
        )?;
    }
    for note in notes.iter().filter(|note| [MAIN, CRITIC, REPORT, SECOND].contains(&note.id)) {
        post(&work, note)?;
    }
    forwards(&work)?;
    work.commit()?;
    Ok(db.serialize("main")?.to_vec())
}

fn post(db: &Connection, note: &Note) -> Result<(), MakeError> {
    let [likes, comments, reposts] = match note.id {
        MAIN => [12_240, 3_880, 612],
        CRITIC => [11_320, 1_431, 806],
        REPORT => [1_020, 163, 212],
        _ => [203, 97, 131],
    };
    db.execute(
        "INSERT INTO weibo (id, bid, user_id, screen_name, text, article_url, topics, at_users, pics, video_url,
           live_photo_url, location, created_at, source, attitudes_count, comments_count, reposts_count,
           retweet_id, edited, edit_count) VALUES (?,?,?,?,?,'','','','','','','',?,'网页版',?,?,?,'',0,0)",
        params![
            note.id.to_string(),
            short(note.id),
            note.by.id.to_string(),
            note.by.nickname,
            note.text,
            naive(note.at),
            likes,
            comments,
            reposts
        ],
    )?;
    Ok(())
}

/// Most came in the first two days; every forward is another account.
fn forwards(db: &Connection) -> Result<(), MakeError> {
    let mut random = Random::new(487);
    let start = beijing((2026, 2, 5), (21, 41, 0));
    let mut insert = db.prepare(
        "INSERT INTO reposts (id, bid, weibo_id, user_id, created_at, user_screen_name, user_avatar_url, text,
           like_count) VALUES (?,'',?,?,?,?,?,?,?)",
    )?;
    for n in 0..CAPTURED {
        // The square of a number spread evenly: many early, few late.
        let spread = random.below(1000) * random.below(1000);
        let at = Instant(start.0.saturating_add_unsigned(spread)).min(SAVED);
        let by = passer_by(2_000 + n);
        insert.execute(params![
            (MAIN + 10_000 + n * 3).to_string(),
            MAIN.to_string(),
            by.id.to_string(),
            platform(at),
            by.nickname,
            by.avatar(),
            random.pick(&words::FORWARDS),
            i64::try_from(random.below(4)).unwrap_or(0)
        ])?;
    }
    Ok(())
}
