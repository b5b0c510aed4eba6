-- Version 4: where people stopped, and what they answered for papers: each account's own, a row a case.
--
-- `document` is the program's own form and is not looked into here; what is of no case (that somebody else
-- reads) has no case. A row is seen and written by its account alone, and where it has a case only while the
-- account is on it. It is deleted with what it belongs to: with the membership, in the transaction that ends
-- it; where a membership ran out by itself, before the next row of anybody is written; with the account and
-- the case, should either ever be dropped. Nothing here is in a ledger, an export or the log.
--
-- No CHECK looks at `document`: a row that fails one is quoted in the log of the server.

CREATE TABLE redress.resumes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account text COLLATE "C" NOT NULL REFERENCES redress.accounts ON DELETE CASCADE,
  case_id text COLLATE "C" REFERENCES redress.cases ON DELETE CASCADE,
  document text NOT NULL,
  CONSTRAINT one_resume_for_a_case UNIQUE NULLS NOT DISTINCT (account, case_id)
);
CREATE INDEX resumes_of_case ON redress.resumes (case_id);

-- Whether that account is on that case now. Asked with the rights of whoever asks: the account itself sees
-- its own memberships, the steward all of them.
CREATE FUNCTION redress.is_on(who text, which text) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM redress.memberships AS own
    WHERE own.case_id = which AND own.account = who
      AND own.since <= extract(epoch FROM now())::bigint + 300
      AND (own.until IS NULL OR own.until > extract(epoch FROM now())::bigint))
$$;

-- Deletes what belongs to nobody on its case any more. Only the steward sees such rows.
CREATE FUNCTION redress.resumes_end() RETURNS void LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM redress.resumes AS kept
  WHERE kept.case_id IS NOT NULL AND NOT redress.is_on(kept.account, kept.case_id)
$$;

CREATE FUNCTION redress.resumes_follow() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM redress.resumes_end();
  RETURN NULL;
END $$;

CREATE TRIGGER resumes_follow AFTER UPDATE ON redress.memberships
  FOR EACH STATEMENT EXECUTE FUNCTION redress.resumes_follow();
ALTER TABLE redress.memberships ENABLE ALWAYS TRIGGER resumes_follow;

ALTER TABLE redress.resumes ENABLE ROW LEVEL SECURITY;
ALTER TABLE redress.resumes FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON redress.resumes USING (
  account = current_setting('redress.account', true)
  AND (case_id IS NULL OR redress.is_on(account, case_id)));
-- To delete what has ended, a session has to see it; the program's own work reads none of it.
CREATE POLICY ended ON redress.resumes FOR SELECT
  USING (current_setting('redress.steward', true) = 'on'
    AND case_id IS NOT NULL AND NOT redress.is_on(account, case_id));
CREATE POLICY end_them ON redress.resumes FOR DELETE
  USING (current_setting('redress.steward', true) = 'on'
    AND case_id IS NOT NULL AND NOT redress.is_on(account, case_id));
