# Words of the room that every room knows: units and answers.
base-unit-views = { $n ->
        [one] view
       *[other] views
    }
base-unit-plays = { $n ->
        [one] play
       *[other] plays
    }
base-unit-topic-reads = { $n ->
        [one] topic read
       *[other] topic reads
    }
base-unit-reposts = { $n ->
        [one] repost
       *[other] reposts
    }
base-unit-comments = { $n ->
        [one] comment
       *[other] comments
    }
base-unit-likes = { $n ->
        [one] like
       *[other] likes
    }
base-unit-group-members = { $n ->
        [one] group member
       *[other] group members
    }
base-unit-followers = { $n ->
        [one] follower
       *[other] followers
    }
base-unit-posts = { $n ->
        [one] post
       *[other] posts
    }
base-unit-accounts = { $n ->
        [one] account
       *[other] accounts
    }
base-unit-items = { $n ->
        [one] item
       *[other] items
    }
base-unit-persons = { $n ->
        [one] person
       *[other] persons
    }
base-unit-times = { $n ->
        [one] time
       *[other] times
    }
base-unit-groups = { $n ->
        [one] group
       *[other] groups
    }
base-unit-sites = { $n ->
        [one] site
       *[other] sites
    }
base-unit-platforms = { $n ->
        [one] platform
       *[other] platforms
    }
base-unit-days = { $n ->
        [one] day
       *[other] days
    }
base-unit-yuan = { $n ->
        [one] yuan
       *[other] yuan
    }
base-value-tt = made out
base-value-ff = not made out
base-value-uu = evidence missing
base-value-ft = disputed
base-value-ut = missing, part disputed
base-value-fu = disputed, with a gap

# Legal instruments, by their folder in the law book.
base-instrument-criminal-law = Criminal Law
base-instrument-criminal-procedure-law = Criminal Procedure Law
base-instrument-fs-2021-1 = Interpretation 法释〔2021〕1号 (criminal procedure)
base-instrument-fs-2013-21 = Interpretation 法释〔2013〕21号 (network defamation)
base-instrument-opinions-2023-14 = Guiding Opinions 法发〔2023〕14号
base-instrument-psapl-2012 = Public Security Administration Punishments Law (2012)
base-instrument-psapl-2025 = Public Security Administration Punishments Law (2025)
base-instrument-civil-code = Civil Code
base-instrument-fs-2020-15 = Interpretation 法释〔2020〕15号 (Civil Code in time)
base-instrument-fs-2014-11 = Interpretation 法释〔2014〕11号 (network torts)
base-instrument-fs-2008-11 = Interpretation 法释〔2008〕11号 (limitation)
base-instrument-civil-procedure-law = Civil Procedure Law
base-instrument-cvpl-interpretation = Interpretation of the Civil Procedure Law
base-instrument-administrative-reconsideration-law = Administrative Reconsideration Law
base-instrument-administrative-litigation-law = Administrative Litigation Law
base-instrument-fs-2018-1 = Interpretation 法释〔2018〕1号 (administrative suits)
base-instrument-police-criminal-procedure-rules = Police Rules on Criminal Procedure
base-instrument-police-administrative-procedure-rules = Police Rules on Administrative Procedure
base-instrument-gtz-2015-32 = 公通字〔2015〕32号 (filing of cases)
base-instrument-procuratorate-criminal-rules = Procuratorates' Rules on Criminal Procedure
base-instrument-legal-aid-law = Legal Aid Law
base-instrument-personal-information-protection-law = Personal Information Protection Law
base-instrument-minors-protection-law = Law on the Protection of Minors
base-instrument-women-protection-law = Law on the Protection of Women's Rights
base-instrument-anti-domestic-violence-law = Anti-Domestic-Violence Law
base-instrument-procuratorial-public-interest-interpretation = Interpretation on procuratorial public-interest suits
base-instrument-fs-2025-14 = Interpretation 法释〔2025〕14号 (internet courts)
base-instrument-fs-2001-7 = Interpretation 法释〔2001〕7号 (mental damages)
