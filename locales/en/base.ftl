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
base-value-fu = disputed, and something is missing

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
base-instrument-civil-procedure-law = Civil Procedure Law
base-instrument-cvpl-interpretation = Interpretation of the Civil Procedure Law
base-instrument-fs-2018-1 = Interpretation 法释〔2018〕1号 (administrative suits)
base-instrument-gtz-2015-32 = 公通字〔2015〕32号 (filing of cases)
base-instrument-legal-aid-law = Legal Aid Law
base-instrument-fs-2025-14 = Interpretation 法释〔2025〕14号 (internet courts)
base-instrument-fs-2001-7 = Interpretation 法释〔2001〕7号 (mental damages)
base-instrument-anti-cyberviolence = Anti-Cyberviolence Law (draft for comment)
base-instrument-cybercrime-prevention = Law on the prevention of cybercrime (draft for comment)
base-instrument-e-data-rules = Unified rules of the police on electronic evidence in criminal and administrative cases (draft for comment)
base-instrument-internet-information-services = Measures on internet information services (revision, second draft for comment)
base-instrument-minors-network-use = Rules of the State Council on the safe use of networks by minors (draft for comment)
base-instrument-procuratorial-pil = Law on public-interest litigation by procuratorates (draft)
base-instrument-administrative-penalty-law = Administrative Penalty Law
base-instrument-administrative-suit-law = Administrative Litigation Law
base-instrument-ai-labels = Measures for Labelling AI-Generated and Synthetic Content; GB 45438-2025
base-instrument-anti-dv-law = Anti-Domestic Violence Law
base-instrument-cac-17 = Provisions on the Governance of Cyberviolence Information
base-instrument-csl-2017 = Cybersecurity Law (2016)
base-instrument-csl-2025 = Cybersecurity Law (as amended in 2025)
base-instrument-disabled-law = Law on the Protection of Persons with Disabilities
base-instrument-e-signature-law = Electronic Signature Law (as amended in 2019)
base-instrument-fees = Measures on the payment of litigation costs
base-instrument-ff-2016-22 = Provisions of the SPC, SPP and MPS on collecting, extracting, examining and judging electronic data in criminal cases
base-instrument-ff-2022-23 = Opinions of the SPC, SPP and MPS on criminal procedure in information-network cases
base-instrument-fs-1997-12 = Interpretation of the SPC on questions of applying Article 12 of the Criminal Law
base-instrument-fs-2006-1 = Interpretation of the SPC on the application of law in criminal cases of minors
base-instrument-fs-2015-19 = Interpretation of the SPC on the temporal effect of Amendment IX to the Criminal Law
base-instrument-fs-2017-10 = Interpretation of the SPC and SPP on criminal cases of infringing citizens' personal information
base-instrument-fs-2018-16 = Provisions of the SPC on trials by internet courts
base-instrument-fs-2018-16-evidence = Provisions of the SPC on trials by internet courts (Article 11, evidence)
base-instrument-fs-2019-15 = Interpretation of the SPC and SPP on criminal cases of unlawful use of information networks, assistance to network crime and the like
base-instrument-fs-2019-19 = Provisions of the SPC on evidence in civil procedure (as amended in 2019)
base-instrument-fs-2021-12 = Rules of the people's courts on online litigation
base-instrument-fs-2022-17 = Provisions of the SPC on cases of personal safety protection orders
base-instrument-fs-2024-12 = Interpretation (I) of the SPC on the tort part of the Civil Code
base-instrument-gjf-2001-5 = Provisions of the SPC and the SPP on the temporal effect of judicial interpretations in criminal matters
base-instrument-gtz-2018-41 = Rules of the public-security organs on electronic evidence in criminal cases
base-instrument-heroes-law = Law on the Protection of Heroes and Martyrs
base-instrument-legislation-law = Legislation Law
base-instrument-limitation-rules = Provisions of the SPC on limitation in civil cases
base-instrument-minors-law = Law on the Protection of Minors
base-instrument-minors-network = Regulations on the Protection of Minors in Cyberspace
base-instrument-pipl = Personal Information Protection Law
base-instrument-police-administrative-rules = Provisions on the procedures for handling administrative cases by public security organs
base-instrument-police-criminal-rules = Rules of the police on handling criminal cases
base-instrument-public-interest-interpretation = Interpretation of the SPC and SPP on public-interest suits by procuratorates
base-instrument-reconsideration-law = Administrative Reconsideration Law
base-instrument-spp-cyber-2021 = Provisions of the people's procuratorates on network-crime cases
base-instrument-spp-rules = Criminal procedure rules of the people's procuratorates
base-instrument-women-law = Law on the Protection of Women's Rights and Interests

# --- Where in an item
base-place-row = { $item }, row { $row }
base-place-byte = { $item }, from byte { $byte } on
base-place-record = { $item }, table { $table }, row { $row }
base-author-unnamed = whoever began the case
