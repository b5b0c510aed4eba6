//! Made-up sentences: words of two or three common characters, some words more frequent than others.

use super::Truth;
use crate::Random;

/// Characters that common words are written with. The "words" made of them mean nothing.
const CHARACTERS: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

/// What people write when they have nothing to say: under five letters once normalised.
const SHORT: [&str; 8] = ["转发微博", "吃瓜", "哈哈", "？？？", "路过", "啊这", "真的吗", "来了来了"];

/// A vocabulary of made-up words.
pub(super) struct Words(Vec<String>);

impl Words {
    pub(super) fn new(random: &mut Random) -> Words {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let draw =
            |random: &mut Random| characters.get(random.place(characters.len())).copied().unwrap_or('的');
        let word = |random: &mut Random| {
            let length = if random.chance(1, 4) { 3 } else { 2 };
            (0..length).map(|_| draw(random)).collect()
        };
        Words((0..6_000).map(|_| word(random)).collect())
    }

    /// The product of two draws makes the first words frequent and the last rare.
    fn draw(&self, random: &mut Random) -> &str {
        let n = self.0.len().max(1);
        let at = random.place(n) * random.place(n) / n;
        self.0.get(at).map_or("", String::as_str)
    }

    fn sentence(&self, random: &mut Random, words: u64) -> String {
        let mut out = String::new();
        for at in 0..words {
            if at > 0 && random.chance(1, 5) {
                out.push('，');
            }
            out.push_str(self.draw(random));
        }
        out
    }
}

/// The texts of an export, drawn one after another.
pub(super) struct Texts {
    words: Words,
    planted: Vec<(String, u64)>,
}

impl Texts {
    pub(super) fn new(words: Words, random: &mut Random, planted: u64) -> Texts {
        let statement = |random: &mut Random| {
            let length = random.between(10, 24);
            (words.sentence(random, length), 0)
        };
        let planted = (0..planted).map(|_| statement(random)).collect();
        Texts { words, planted }
    }

    /// How often each planted statement was used.
    pub(super) fn uses(&self) -> impl Iterator<Item = u64> + Clone + '_ {
        self.planted.iter().map(|(_, uses)| *uses)
    }

    pub(super) fn next(&mut self, random: &mut Random, truth: &mut Truth) -> String {
        let kind = random.below(10);
        if kind < 2 {
            truth.short += 1;
            return random.pick(&SHORT).to_owned();
        }
        if kind < 7 {
            truth.unlike += 1;
            // Seven words or more: two such sentences are alike by chance about once in 10^20 pairs.
            let length = 7 + random.below(14) * random.below(14) / 13;
            return self.words.sentence(random, length);
        }
        self.carried(random, truth)
    }

    /// A planted statement; the first ones are used far more often than the last.
    fn carried(&mut self, random: &mut Random, truth: &mut Truth) -> String {
        let n = self.planted.len().max(1);
        let at = random.place(n) * random.place(n) / n;
        let extra = self.words.draw(random).to_owned();
        let Some((statement, uses)) = self.planted.get_mut(at) else { return extra };
        *uses += 1;
        // The first use is word for word, so that every near copy has its base in the export.
        match if *uses == 1 { 0 } else { random.below(10) } {
            0..4 => truth.exact += 1,
            4..6 => {
                truth.exact += 1;
                return format!("{statement}！！！");
            }
            6 => {
                truth.exact += 1;
                return format!("@路人{} {statement}", random.below(9999));
            }
            7..9 => {
                truth.near += 1;
                return format!("{extra}，{statement}");
            }
            _ => {
                truth.near += 1;
                return format!("{statement}。{extra}");
            }
        }
        statement.clone()
    }
}
