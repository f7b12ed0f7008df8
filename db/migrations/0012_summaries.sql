CREATE TABLE "meeting_stages" (
	"meeting_id" text NOT NULL,
	"stage" text NOT NULL,
	"state" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_stages_meeting_id_stage_pk" PRIMARY KEY("meeting_id","stage")
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"version" integer NOT NULL,
	"basis" text NOT NULL,
	"template" text NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"by" text NOT NULL,
	"model" text NOT NULL,
	"content" jsonb NOT NULL,
	"dropped_citations" integer DEFAULT 0 NOT NULL,
	"input_digest" text NOT NULL,
	"model_ms" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summaries_version" UNIQUE("meeting_id","version")
);
--> statement-breakpoint
DROP INDEX "decisions_meeting";--> statement-breakpoint
DROP INDEX "tasks_meeting";--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "found_key" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "touched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "found_key" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "lines" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "touched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meeting_stages" ADD CONSTRAINT "meeting_stages_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summaries_input" ON "summaries" USING btree ("meeting_id","input_digest");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_found" ON "decisions" USING btree ("meeting_id","found_key");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_found" ON "tasks" USING btree ("meeting_id","found_key");