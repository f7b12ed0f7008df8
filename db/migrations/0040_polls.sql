CREATE TABLE "poll_votes" (
	"poll_id" text NOT NULL,
	"participant_id" text,
	"choices" integer[] NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "poll_votes_person" UNIQUE("poll_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"asker_id" text,
	"asker_name" text NOT NULL,
	"question" text NOT NULL,
	"choices" jsonb NOT NULL,
	"multiple" boolean NOT NULL,
	"anonymous" boolean NOT NULL,
	"results" text NOT NULL,
	"asked_at_ms" integer,
	"off_record" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "who_may_poll" text DEFAULT 'hosts' NOT NULL;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_poll_id_polls_id_fk" FOREIGN KEY ("poll_id") REFERENCES "public"."polls"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_votes" ADD CONSTRAINT "poll_votes_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "polls" ADD CONSTRAINT "polls_asker_id_participants_id_fk" FOREIGN KEY ("asker_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "poll_votes_voter" ON "poll_votes" USING btree ("participant_id");--> statement-breakpoint
CREATE INDEX "polls_meeting" ON "polls" USING btree ("meeting_id","created_at");