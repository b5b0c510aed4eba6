-- Version 3: statistics over all cases: what each case counts for, and the releases that were made.
--
-- `statistics_rows` holds for each case one record of days and codes, made by the program in the transaction
-- that appends to the ledger, with the number of the entry up to which it was made and what it was made by.
-- Its rows are walled like those of the case itself: who is not on the case does not see that it is there.
-- A reader of statistics never reads the table. Two functions give what counting needs, to an account that
-- holds a desk of one of the three bodies (docs/rights.md, see-statistics): the records alone, in the order of
-- their own text, and how many cases lag.

CREATE TABLE redress.statistics_rows (
  case_id text COLLATE "C" PRIMARY KEY REFERENCES redress.cases,
  seq bigint NOT NULL CHECK (seq > 0),
  maker text NOT NULL,
  record text NOT NULL
);

-- One release for a period: the days of two never overlap, because the difference of two releases over the
-- same cases may give away what each withholds. `terms` says with what it was made; `document` is the release.
CREATE TABLE redress.statistics_releases (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL CHECK (last_day >= first_day),
  terms text NOT NULL,
  document text NOT NULL,
  CONSTRAINT one_release_for_a_period EXCLUDE USING gist (daterange(first_day, last_day, '[]') WITH &&)
);

-- The line of the log that tells of a release names it; who made it stands there alone.
ALTER TABLE redress.office_log ADD COLUMN release bigint REFERENCES redress.statistics_releases;

CREATE TRIGGER releases_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON redress.statistics_releases
  FOR EACH STATEMENT EXECUTE FUNCTION redress.ledger_stays();
ALTER TABLE redress.statistics_releases ENABLE ALWAYS TRIGGER releases_stay;

-- Whether the account of this session may see statistics.
CREATE FUNCTION redress.sees_statistics() RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM redress.accounts
    WHERE name = current_setting('redress.account', true) AND NOT locked
      AND holds && ARRAY['desk-police', 'desk-procuratorate', 'desk-court'])
$$;

-- The records of all cases that were made up to the last entry by the same maker, and how many cases have
-- none such. What the steward sees is seen for as long as the question takes, and no longer: where it fails,
-- the setting goes back with its transaction.
CREATE FUNCTION redress.statistics_records(made_by text)
RETURNS TABLE (record text, lagging bigint) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before text := coalesce(current_setting('redress.steward', true), '');
BEGIN
  IF NOT redress.sees_statistics() THEN
    RAISE EXCEPTION 'this account sees no statistics' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('redress.steward', 'on', true);
  RETURN QUERY
    WITH kept AS (
      SELECT r.record, r.seq IS NOT DISTINCT FROM c.seq AND r.maker IS NOT DISTINCT FROM made_by AS counts
      FROM redress.cases c LEFT JOIN redress.statistics_rows r USING (case_id)
      WHERE c.state = 'open' AND c.seq > 0)
    SELECT k.record COLLATE "C", NULL::bigint FROM kept k WHERE k.counts
    UNION ALL
    SELECT NULL::text COLLATE "C", count(*) FROM kept k WHERE NOT k.counts
    ORDER BY 1 NULLS LAST;
  PERFORM set_config('redress.steward', before, true);
END $$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['statistics_rows', 'statistics_releases'] LOOP
    EXECUTE format('ALTER TABLE redress.%I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('ALTER TABLE redress.%I FORCE ROW LEVEL SECURITY', kept);
  END LOOP;
END $$;

-- Written by whoever writes the ledger of the case: the same wall as that of the case.
CREATE POLICY members ON redress.statistics_rows USING (
  current_setting('redress.steward', true) = 'on'
  OR EXISTS (
    SELECT FROM redress.memberships AS own
    WHERE own.case_id = statistics_rows.case_id
      AND own.account = current_setting('redress.account', true)
      AND own.since <= extract(epoch FROM now())::bigint + 300
      AND (own.until IS NULL OR own.until > extract(epoch FROM now())::bigint)));

CREATE POLICY steward ON redress.statistics_releases
  USING (current_setting('redress.steward', true) = 'on');
-- Who sees statistics reads every release, and may make one.
CREATE POLICY readers ON redress.statistics_releases FOR SELECT USING (redress.sees_statistics());
CREATE POLICY makers ON redress.statistics_releases FOR INSERT
  WITH CHECK (redress.sees_statistics());
