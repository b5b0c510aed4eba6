# Words of the room that every room knows: units and answers.
base-unit-views = views
base-unit-plays = plays
base-unit-topic-reads = topic reads
base-unit-reposts = reposts
base-unit-comments = comments
base-unit-likes = likes
base-unit-group-members = group members
base-unit-followers = followers
base-unit-posts = posts
base-unit-accounts = accounts
base-value-tt = made out
base-value-ff = not made out
base-value-uu = evidence missing
base-value-ft = disputed
base-value-ut = missing, part disputed
base-value-fu = disputed, with a gap
