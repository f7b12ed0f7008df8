CREATE TABLE "summary_drafts" (
	"meeting_id" text NOT NULL,
	"input_digest" text NOT NULL,
	"part" integer NOT NULL,
	"written" jsonb NOT NULL,
	"model_ms" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summary_drafts_meeting_id_input_digest_part_pk" PRIMARY KEY("meeting_id","input_digest","part")
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "summary_template" text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "summary_instructions" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "summary_mail" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "summary_drafts" ADD CONSTRAINT "summary_drafts_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;