
-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "county_id" UUID,
    "township_id" UUID,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "password_changed_at" TIMESTAMPTZ(3),
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "bucket" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "account_id" UUID,
    "username" TEXT,
    "county_id" UUID,
    "township_id" UUID,
    "ip" TEXT,
    "detail" JSONB,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deputy" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "gender" TEXT,
    "birth_year" INTEGER,
    "ethnicity" TEXT,
    "education" TEXT,
    "party" TEXT,
    "occupation" TEXT,
    "phone" TEXT,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "mandate" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "term_name" TEXT NOT NULL,
    "constituency" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "seat_quota" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "term_name" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "seat_quota_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "deputy_group" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "area" TEXT,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "deputy_group_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "group_member" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "county_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "ip" TEXT,
    "request_id" TEXT,
    "action" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID,
    "occurred_on" DATE,
    "summary" TEXT NOT NULL,
    "detail" JSONB,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "county_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("county_id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "county_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "township_id" UUID,
    "account_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaded_by" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "job" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT,
    "result" JSONB,
    "started_by" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "presidium_member" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "deputy_id" UUID,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "full_time" BOOLEAN,
    "other_posts" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "presidium_member_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "presidium_meeting" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "topic" TEXT NOT NULL,
    "decisions" TEXT,
    "place" TEXT,
    "members_total" INTEGER,
    "members_present" INTEGER,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "presidium_meeting_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "presidium_attendance" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "leave_reason" TEXT,

    CONSTRAINT "presidium_attendance_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "term" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "term_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'regular',
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "minutes" INTEGER,
    "notice_sent_on" DATE,
    "documents_sent_on" DATE,
    "convened_by" TEXT,
    "place" TEXT,
    "summary" TEXT,
    "deputies_total" INTEGER,
    "deputies_present" INTEGER,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER,
    "speaker" TEXT,
    "outcome" TEXT,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "session_attendance" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "leave_reason" TEXT,

    CONSTRAINT "session_attendance_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "vote" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "agenda_item_id" UUID,
    "ordinal" INTEGER NOT NULL,
    "matter" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "deputies_total" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "in_favour" INTEGER NOT NULL,
    "against" INTEGER NOT NULL,
    "abstained" INTEGER NOT NULL,
    "not_voted" INTEGER NOT NULL DEFAULT 0,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vote_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "election" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "post" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "by_supplement" BOOLEAN NOT NULL DEFAULT false,
    "deputies_total" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "ballots_issued" INTEGER NOT NULL,
    "ballots_returned" INTEGER NOT NULL,
    "invalid_ballots" INTEGER NOT NULL DEFAULT 0,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "election_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "election_candidate" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "in_favour" INTEGER NOT NULL,
    "against" INTEGER NOT NULL,
    "abstained" INTEGER NOT NULL,
    "others" INTEGER NOT NULL DEFAULT 0,
    "elected" BOOLEAN NOT NULL,

    CONSTRAINT "election_candidate_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "handling_unit" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'government',
    "phone" TEXT,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "handling_unit_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'suggestion',
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "session_id" UUID,
    "received_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "complex" BOOLEAN NOT NULL DEFAULT false,
    "law_ok" BOOLEAN,
    "content_ok" BOOLEAN,
    "form_ok" BOOLEAN,
    "checked_on" DATE,
    "return_reason" TEXT,
    "merged_into_id" UUID,
    "assigned_on" DATE,
    "assign_due_on" DATE,
    "assignment_meeting_on" DATE,
    "accepted_on" DATE,
    "reply_due_on" DATE,
    "reply_citation" TEXT,
    "first_replied_on" DATE,
    "redo_count" INTEGER NOT NULL DEFAULT 0,
    "redo_due_on" DATE,
    "rating_due_on" DATE,
    "not_rated_on" DATE,
    "presidium_meeting_on" DATE,
    "outcome" TEXT,
    "outcome_note" TEXT,
    "solved_on" DATE,
    "closed_on" DATE,
    "called_back_on" DATE,
    "callback_note" TEXT,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "suggestion_signer" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'cosigner',
    "ordinal" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "suggestion_signer_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "suggestion_unit" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "leader" TEXT,
    "case_officer" TEXT,
    "officer_phone" TEXT,
    "accepted_on" DATE,
    "return_requested_on" DATE,
    "return_reason" TEXT,
    "ended_on" DATE,

    CONSTRAINT "suggestion_unit_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "held_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "place" TEXT,
    "note" TEXT,
    "unit_person" TEXT,
    "confirmed_on" DATE,
    "confirm_method" TEXT,
    "confirmed_by_deputy_id" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "reply" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "replied_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "document_number" TEXT,
    "content" TEXT NOT NULL,
    "signed_by" TEXT,
    "written_to_signers" INTEGER NOT NULL DEFAULT 0,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "rating" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'reply',
    "rating" TEXT NOT NULL,
    "rated_on" DATE NOT NULL,
    "method" TEXT NOT NULL,
    "deputy_id" UUID NOT NULL,
    "witness_deputy_id" UUID,
    "comment" TEXT,
    "valid_reason" BOOLEAN,
    "valid_reason_note" TEXT,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "deferral" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "requested_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "new_due_on" DATE NOT NULL,
    "decided_on" DATE,
    "approved" BOOLEAN,
    "decision_note" TEXT,

    CONSTRAINT "deferral_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "promise" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "suggestion_id" UUID NOT NULL,
    "content" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "fulfilled_on" DATE,
    "fulfil_note" TEXT,
    "verified_on" DATE,
    "verified_by_deputy_id" UUID,

    CONSTRAINT "promise_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "activity" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "law_name" TEXT,
    "ended_on" DATE,
    "leader" TEXT,
    "place" TEXT,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "report" TEXT,
    "reported_on" DATE,
    "no_findings" BOOLEAN NOT NULL DEFAULT false,
    "visited" INTEGER,
    "is_joint" BOOLEAN NOT NULL DEFAULT false,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "activity_participant" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "deputy_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "signed_no_findings" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "activity_participant_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "activity_unit" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,

    CONSTRAINT "activity_unit_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "finding" (
    "county_id" UUID NOT NULL,
    "township_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "unit_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'found',
    "notified_on" DATE,
    "due_on" DATE,
    "plan" TEXT,
    "planned_on" DATE,
    "rectification" TEXT,
    "rectified_on" DATE,
    "verified_on" DATE,
    "verified_by_deputy_id" UUID,
    "verification_note" TEXT,
    "closed_on" DATE,
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "occurred_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by" UUID NOT NULL,
    "entered_by_name" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "edited_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL DEFAULT 'form',
    "source_note" TEXT,
    "late_reason" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by" UUID,
    "void_reason" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("county_id","township_id","id")
);

-- CreateTable
CREATE TABLE "county" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "county_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "township" (
    "county_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'township',
    "class" INTEGER,
    "population" INTEGER,
    "area_km2" DOUBLE PRECISION,
    "output_wan" DOUBLE PRECISION,
    "status" TEXT NOT NULL DEFAULT 'active',
    "merged_into_id" UUID,
    "merged_on" DATE,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_note" TEXT,

    CONSTRAINT "township_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "class_rule" (
    "county_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_by_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "class_rule_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "law_override" (
    "county_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rule_key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entered_by_name" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "law_override_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateTable
CREATE TABLE "assessment_scheme" (
    "county_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'published',
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assessment_scheme_pkey" PRIMARY KEY ("county_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "account_county_id_idx" ON "account"("county_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_session_token_hash_key" ON "account_session"("token_hash");

-- CreateIndex
CREATE INDEX "account_session_account_id_idx" ON "account_session"("account_id");

-- CreateIndex
CREATE INDEX "access_log_at_idx" ON "access_log"("at");

-- CreateIndex
CREATE INDEX "deputy_county_id_occurred_on_idx" ON "deputy"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "deputy_county_id_township_id_pinyin_idx" ON "deputy"("county_id", "township_id", "pinyin");

-- CreateIndex
CREATE INDEX "mandate_county_id_occurred_on_idx" ON "mandate"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "mandate_county_id_township_id_deputy_id_idx" ON "mandate"("county_id", "township_id", "deputy_id");

-- CreateIndex
CREATE INDEX "seat_quota_county_id_occurred_on_idx" ON "seat_quota"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "deputy_group_county_id_occurred_on_idx" ON "deputy_group"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "group_member_county_id_township_id_group_id_idx" ON "group_member"("county_id", "township_id", "group_id");

-- CreateIndex
CREATE INDEX "group_member_county_id_township_id_deputy_id_idx" ON "group_member"("county_id", "township_id", "deputy_id");

-- CreateIndex
CREATE INDEX "audit_event_county_id_record_id_idx" ON "audit_event"("county_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_county_id_seq_key" ON "audit_event"("county_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_key_county_id_account_id_key_key" ON "idempotency_key"("county_id", "account_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "number_series_county_id_township_id_kind_year_key" ON "number_series"("county_id", "township_id", "kind", "year");

-- CreateIndex
CREATE INDEX "attachment_county_id_township_id_record_id_idx" ON "attachment"("county_id", "township_id", "record_id");

-- CreateIndex
CREATE INDEX "presidium_member_county_id_occurred_on_idx" ON "presidium_member"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "presidium_meeting_county_id_occurred_on_idx" ON "presidium_meeting"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "presidium_meeting_county_id_township_id_occurred_on_idx" ON "presidium_meeting"("county_id", "township_id", "occurred_on");

-- CreateIndex
CREATE UNIQUE INDEX "presidium_attendance_county_id_township_id_meeting_id_membe_key" ON "presidium_attendance"("county_id", "township_id", "meeting_id", "member_id");

-- CreateIndex
CREATE INDEX "term_county_id_occurred_on_idx" ON "term"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "session_county_id_occurred_on_idx" ON "session"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "session_county_id_township_id_starts_on_idx" ON "session"("county_id", "township_id", "starts_on");

-- CreateIndex
CREATE INDEX "agenda_item_county_id_township_id_session_id_idx" ON "agenda_item"("county_id", "township_id", "session_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_attendance_county_id_township_id_session_id_deputy__key" ON "session_attendance"("county_id", "township_id", "session_id", "deputy_id");

-- CreateIndex
CREATE INDEX "vote_county_id_township_id_session_id_idx" ON "vote"("county_id", "township_id", "session_id");

-- CreateIndex
CREATE INDEX "election_county_id_township_id_session_id_idx" ON "election"("county_id", "township_id", "session_id");

-- CreateIndex
CREATE INDEX "election_candidate_county_id_township_id_election_id_idx" ON "election_candidate"("county_id", "township_id", "election_id");

-- CreateIndex
CREATE INDEX "handling_unit_county_id_occurred_on_idx" ON "handling_unit"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "suggestion_county_id_occurred_on_idx" ON "suggestion"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "suggestion_county_id_township_id_received_on_idx" ON "suggestion"("county_id", "township_id", "received_on");

-- CreateIndex
CREATE INDEX "suggestion_county_id_township_id_state_idx" ON "suggestion"("county_id", "township_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_county_id_township_id_year_number_key" ON "suggestion"("county_id", "township_id", "year", "number");

-- CreateIndex
CREATE INDEX "suggestion_signer_county_id_township_id_deputy_id_idx" ON "suggestion_signer"("county_id", "township_id", "deputy_id");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_signer_county_id_township_id_suggestion_id_deput_key" ON "suggestion_signer"("county_id", "township_id", "suggestion_id", "deputy_id");

-- CreateIndex
CREATE INDEX "suggestion_unit_county_id_township_id_suggestion_id_idx" ON "suggestion_unit"("county_id", "township_id", "suggestion_id");

-- CreateIndex
CREATE INDEX "suggestion_unit_county_id_township_id_unit_id_idx" ON "suggestion_unit"("county_id", "township_id", "unit_id");

-- CreateIndex
CREATE INDEX "consultation_county_id_township_id_suggestion_id_idx" ON "consultation"("county_id", "township_id", "suggestion_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_county_id_township_id_suggestion_id_attempt_key" ON "reply"("county_id", "township_id", "suggestion_id", "attempt");

-- CreateIndex
CREATE INDEX "rating_county_id_township_id_suggestion_id_idx" ON "rating"("county_id", "township_id", "suggestion_id");

-- CreateIndex
CREATE INDEX "deferral_county_id_township_id_suggestion_id_idx" ON "deferral"("county_id", "township_id", "suggestion_id");

-- CreateIndex
CREATE INDEX "promise_county_id_township_id_suggestion_id_idx" ON "promise"("county_id", "township_id", "suggestion_id");

-- CreateIndex
CREATE INDEX "promise_county_id_township_id_due_on_idx" ON "promise"("county_id", "township_id", "due_on");

-- CreateIndex
CREATE INDEX "activity_county_id_occurred_on_idx" ON "activity"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activity_county_id_township_id_occurred_on_idx" ON "activity"("county_id", "township_id", "occurred_on");

-- CreateIndex
CREATE INDEX "activity_participant_county_id_township_id_deputy_id_idx" ON "activity_participant"("county_id", "township_id", "deputy_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_participant_county_id_township_id_activity_id_depu_key" ON "activity_participant"("county_id", "township_id", "activity_id", "deputy_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_unit_county_id_township_id_activity_id_unit_id_key" ON "activity_unit"("county_id", "township_id", "activity_id", "unit_id");

-- CreateIndex
CREATE INDEX "finding_county_id_occurred_on_idx" ON "finding"("county_id", "occurred_on");

-- CreateIndex
CREATE INDEX "finding_county_id_township_id_activity_id_idx" ON "finding"("county_id", "township_id", "activity_id");

-- CreateIndex
CREATE INDEX "finding_county_id_township_id_state_idx" ON "finding"("county_id", "township_id", "state");

-- CreateIndex
CREATE INDEX "finding_county_id_township_id_due_on_idx" ON "finding"("county_id", "township_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "county_code_key" ON "county"("code");

-- CreateIndex
CREATE UNIQUE INDEX "township_code_key" ON "township"("code");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_scheme_county_id_year_key" ON "assessment_scheme"("county_id", "year");

-- AddForeignKey
ALTER TABLE "mandate" ADD CONSTRAINT "mandate_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_county_id_township_id_group_id_fkey" FOREIGN KEY ("county_id", "township_id", "group_id") REFERENCES "deputy_group"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presidium_member" ADD CONSTRAINT "presidium_member_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presidium_attendance" ADD CONSTRAINT "presidium_attendance_county_id_township_id_meeting_id_fkey" FOREIGN KEY ("county_id", "township_id", "meeting_id") REFERENCES "presidium_meeting"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presidium_attendance" ADD CONSTRAINT "presidium_attendance_county_id_township_id_member_id_fkey" FOREIGN KEY ("county_id", "township_id", "member_id") REFERENCES "presidium_member"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_county_id_township_id_term_id_fkey" FOREIGN KEY ("county_id", "township_id", "term_id") REFERENCES "term"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_county_id_township_id_session_id_fkey" FOREIGN KEY ("county_id", "township_id", "session_id") REFERENCES "session"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_attendance" ADD CONSTRAINT "session_attendance_county_id_township_id_session_id_fkey" FOREIGN KEY ("county_id", "township_id", "session_id") REFERENCES "session"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session_attendance" ADD CONSTRAINT "session_attendance_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_county_id_township_id_session_id_fkey" FOREIGN KEY ("county_id", "township_id", "session_id") REFERENCES "session"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "vote" ADD CONSTRAINT "vote_county_id_township_id_agenda_item_id_fkey" FOREIGN KEY ("county_id", "township_id", "agenda_item_id") REFERENCES "agenda_item"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "election" ADD CONSTRAINT "election_county_id_township_id_session_id_fkey" FOREIGN KEY ("county_id", "township_id", "session_id") REFERENCES "session"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "election_candidate" ADD CONSTRAINT "election_candidate_county_id_township_id_election_id_fkey" FOREIGN KEY ("county_id", "township_id", "election_id") REFERENCES "election"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_county_id_township_id_session_id_fkey" FOREIGN KEY ("county_id", "township_id", "session_id") REFERENCES "session"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_county_id_township_id_merged_into_id_fkey" FOREIGN KEY ("county_id", "township_id", "merged_into_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion_signer" ADD CONSTRAINT "suggestion_signer_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion_signer" ADD CONSTRAINT "suggestion_signer_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion_unit" ADD CONSTRAINT "suggestion_unit_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "suggestion_unit" ADD CONSTRAINT "suggestion_unit_county_id_township_id_unit_id_fkey" FOREIGN KEY ("county_id", "township_id", "unit_id") REFERENCES "handling_unit"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_county_id_township_id_confirmed_by_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "confirmed_by_deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_county_id_township_id_witness_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "witness_deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deferral" ADD CONSTRAINT "deferral_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "promise" ADD CONSTRAINT "promise_county_id_township_id_suggestion_id_fkey" FOREIGN KEY ("county_id", "township_id", "suggestion_id") REFERENCES "suggestion"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "promise" ADD CONSTRAINT "promise_county_id_township_id_verified_by_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "verified_by_deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "activity_participant" ADD CONSTRAINT "activity_participant_county_id_township_id_activity_id_fkey" FOREIGN KEY ("county_id", "township_id", "activity_id") REFERENCES "activity"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "activity_participant" ADD CONSTRAINT "activity_participant_county_id_township_id_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "activity_unit" ADD CONSTRAINT "activity_unit_county_id_township_id_activity_id_fkey" FOREIGN KEY ("county_id", "township_id", "activity_id") REFERENCES "activity"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "activity_unit" ADD CONSTRAINT "activity_unit_county_id_township_id_unit_id_fkey" FOREIGN KEY ("county_id", "township_id", "unit_id") REFERENCES "handling_unit"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_county_id_township_id_activity_id_fkey" FOREIGN KEY ("county_id", "township_id", "activity_id") REFERENCES "activity"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_county_id_township_id_unit_id_fkey" FOREIGN KEY ("county_id", "township_id", "unit_id") REFERENCES "handling_unit"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_county_id_township_id_verified_by_deputy_id_fkey" FOREIGN KEY ("county_id", "township_id", "verified_by_deputy_id") REFERENCES "deputy"("county_id", "township_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "township" ADD CONSTRAINT "township_county_id_merged_into_id_fkey" FOREIGN KEY ("county_id", "merged_into_id") REFERENCES "township"("county_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
