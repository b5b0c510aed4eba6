-- Version 2: people: accounts, failures counted, memberships, the marks of cases, the log; and the rule
-- that a row of a case is seen by who is on the case.
--
-- Two settings of a session decide what it sees (docs/rights.md):
--   redress.account   the account for which it acts: the cases that this account is on
--   redress.steward   'on' for the program's own work on the office as a whole: signing in, the roster,
--                     moving cases; never set in a session that works for a person
-- Without either, nothing is visible. FORCE: the rule holds for the owner of the tables too. A role that is
-- a superuser or has BYPASSRLS passes it by, and is refused where somebody signed in.

CREATE TABLE redress.accounts (
  name text COLLATE "C" PRIMARY KEY CHECK (char_length(name) BETWEEN 1 AND 64),
  holds text[] NOT NULL CHECK (cardinality(holds) >= 1),
  hash text NOT NULL,
  locked boolean NOT NULL DEFAULT false
);

-- Failures in a row, by the SHA-256 of the name that was typed, whether there is such an account or not:
-- what is typed in the wrong field may be a password.
CREATE TABLE redress.tries (
  name_digest bytea PRIMARY KEY CHECK (octet_length(name_digest) = 32),
  failed bigint NOT NULL CHECK (failed >= 0),
  last bigint
);

-- Times are seconds since 1970, told by the program as everywhere in a case. No scope is the whole case.
CREATE TABLE redress.memberships (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id text COLLATE "C" NOT NULL REFERENCES redress.cases,
  account text COLLATE "C" NOT NULL REFERENCES redress.accounts,
  role text NOT NULL CHECK (role IN ('victim', 'relative', 'counsel', 'desk-police', 'desk-procuratorate',
    'desk-court', 'desk-legal-aid', 'desk-platform-liaison', 'auditor')),
  scope text[],
  since bigint NOT NULL,
  until bigint CHECK (until >= since),
  given_by text COLLATE "C" NOT NULL REFERENCES redress.accounts
);
CREATE INDEX memberships_of_account ON redress.memberships (account, case_id);
CREATE INDEX memberships_of_case ON redress.memberships (case_id);

-- By its mark a case is named in the log to those who are not on it. Random, and made when first needed.
CREATE TABLE redress.case_marks (
  case_id text COLLATE "C" PRIMARY KEY REFERENCES redress.cases,
  mark text NOT NULL UNIQUE DEFAULT 'm-' || left(replace(gen_random_uuid()::text, '-', ''), 16)
);

CREATE TABLE redress.office_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  by_account text,
  act text NOT NULL,
  object text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('allowed', 'allowed-with-entry', 'denied')),
  code text,
  case_id text COLLATE "C" REFERENCES redress.cases,
  about text
);

-- A membership ends and is never dropped: who was on a case stays known.
CREATE FUNCTION redress.membership_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a membership is ended, not dropped' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.id, NEW.case_id, NEW.account, NEW.role, NEW.scope, NEW.since, NEW.given_by)
      IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.account, OLD.role, OLD.scope, OLD.since, OLD.given_by)
    OR NEW.until IS NULL OR NEW.until > coalesce(OLD.until, NEW.until) THEN
    RAISE EXCEPTION 'of a membership only the end moves, and only nearer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER membership_stays BEFORE UPDATE OR DELETE ON redress.memberships
  FOR EACH ROW EXECUTE FUNCTION redress.membership_stays();
CREATE TRIGGER memberships_stay BEFORE TRUNCATE ON redress.memberships
  FOR EACH STATEMENT EXECUTE FUNCTION redress.membership_stays();
CREATE TRIGGER log_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON redress.office_log
  FOR EACH STATEMENT EXECUTE FUNCTION redress.ledger_stays();
CREATE TRIGGER marks_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON redress.case_marks
  FOR EACH STATEMENT EXECUTE FUNCTION redress.ledger_stays();

ALTER TABLE redress.memberships ENABLE ALWAYS TRIGGER membership_stays;
ALTER TABLE redress.memberships ENABLE ALWAYS TRIGGER memberships_stay;
ALTER TABLE redress.office_log ENABLE ALWAYS TRIGGER log_stays;
ALTER TABLE redress.case_marks ENABLE ALWAYS TRIGGER marks_stay;

-- The rows of a case: for who is on it. The times are those of the program's clock. For a beginning this
-- second wall allows five minutes, so that a server whose clock is behind does not hide a case from who has
-- just opened it; for an end it allows nothing.
DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['cases', 'case_keys', 'ledger', 'objects'] LOOP
    EXECUTE format('ALTER TABLE redress.%I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('ALTER TABLE redress.%I FORCE ROW LEVEL SECURITY', kept);
    EXECUTE format($policy$
      CREATE POLICY members ON redress.%1$I USING (
        current_setting('redress.steward', true) = 'on'
        OR EXISTS (
          SELECT FROM redress.memberships AS own
          WHERE own.case_id = %1$I.case_id
            AND own.account = current_setting('redress.account', true)
            AND own.since <= extract(epoch FROM now())::bigint + 300
            AND (own.until IS NULL OR own.until > extract(epoch FROM now())::bigint)))
    $policy$, kept);
  END LOOP;
  FOREACH kept IN ARRAY ARRAY['accounts', 'tries', 'memberships', 'case_marks', 'office_log'] LOOP
    EXECUTE format('ALTER TABLE redress.%I ENABLE ROW LEVEL SECURITY', kept);
    EXECUTE format('ALTER TABLE redress.%I FORCE ROW LEVEL SECURITY', kept);
    EXECUTE format($policy$
      CREATE POLICY steward ON redress.%I USING (current_setting('redress.steward', true) = 'on')
    $policy$, kept);
  END LOOP;
END $$;

-- One's own account and one's own memberships, to be read and not written.
CREATE POLICY own ON redress.accounts FOR SELECT USING (name = current_setting('redress.account', true));
CREATE POLICY own ON redress.memberships FOR SELECT USING (account = current_setting('redress.account', true));
