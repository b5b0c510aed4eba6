//! The invented accounts. Every number, name and address is made up; addresses end in `.example`.

use crate::Random;
use sha2::{Digest, Sha256};

/// One invented account.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) id: u64,
    pub(super) nickname: String,
    pub(super) gender: &'static str,
    pub(super) place: &'static str,
}

impl Person {
    /// The account of the first public post.
    pub(super) fn roadside() -> Person {
        Person { id: 7_100_000_042, nickname: "云渡路边社".to_owned(), gender: "m", place: "云渡" }
    }

    /// The critic.
    pub(super) fn counter() -> Person {
        Person { id: 7_100_000_077, nickname: "柜台观察员".to_owned(), gender: "f", place: "邻江" }
    }

    /// The neighbour who reported to the police.
    pub(super) fn neighbour() -> Person {
        Person { id: 7_100_000_113, nickname: "三号楼的周".to_owned(), gender: "m", place: "云渡" }
    }

    /// The account of the second statement.
    pub(super) fn hearsay() -> Person {
        Person { id: 7_100_000_131, nickname: "桐花里热心人".to_owned(), gender: "f", place: "云渡" }
    }

    pub(super) fn page(&self) -> String {
        format!("https://m.weibo.example/u/{}", self.id)
    }

    pub(super) fn avatar(&self) -> String {
        format!("https://img.weibo.example/a/{}.jpg", self.id)
    }

    /// What the crawler's later schema writes instead of the id: the first 16 hex digits of an
    /// unsalted SHA-256. The example needs it to be the same for the same account; nobody reverses it.
    pub(super) fn creator_hash(&self) -> String {
        let digest = Sha256::digest(self.id.to_string());
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The masked nickname of the later schema: first and last character, stars between.
    pub(super) fn masked(&self) -> String {
        let first: String = self.nickname.chars().take(1).collect();
        let last: String = self.nickname.chars().last().into_iter().collect();
        format!("{first}***{last}")
    }
}

const FRONT: [&str; 16] = [
    "云渡", "半糖", "北门", "晚风", "小满", "七号", "江边", "一颗", "橘子", "早安", "不吃", "阿", "南巷",
    "雨后", "慢慢", "二期",
];
const BACK: [&str; 20] = [
    "的猫", "汽水", "同学", "姐姐", "大叔", "豆浆", "闲人", "司机", "香菜", "青年", "邮差", "小灯", "栗子",
    "骑士", "阿姨", "朋友", "路人", "月亮", "鱼丸", "老师",
];
const PLACES: [&str; 5] = ["云渡", "邻江", "澜城", "北屿", "其他"];

/// An invented passer-by; the same number gives the same person.
pub(super) fn passer_by(number: u64) -> Person {
    let mut random = Random::new(0x5eed_0000 + number);
    let nickname = format!("{}{}{}", random.pick(&FRONT), random.pick(&BACK), number % 97);
    let gender = if random.chance(1, 2) { "m" } else { "f" };
    let place = PLACES.get(random.place(PLACES.len())).copied().unwrap_or("其他");
    Person { id: 7_200_000_000 + number, nickname, gender, place }
}

#[cfg(test)]
mod tests {
    use super::{Person, passer_by};

    #[test]
    fn the_same_number_is_the_same_person() {
        assert_eq!(passer_by(5).nickname, passer_by(5).nickname);
        assert_eq!(Person::roadside().creator_hash().len(), 16);
        assert_eq!(Person::roadside().masked(), "云***社");
    }
}
