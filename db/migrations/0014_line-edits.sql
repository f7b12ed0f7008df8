CREATE TABLE "line_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"what" text NOT NULL,
	"epoch" integer,
	"seq" integer,
	"speaker" text,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"participant_id" text,
	"user_id" text,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_speakers" (
	"meeting_id" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"speaker" text NOT NULL,
	"speaker_name" text NOT NULL,
	CONSTRAINT "line_speakers_meeting_id_epoch_seq_pk" PRIMARY KEY("meeting_id","epoch","seq")
);
--> statement-breakpoint
CREATE TABLE "speaker_names" (
	"meeting_id" text NOT NULL,
	"speaker" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "speaker_names_meeting_id_speaker_pk" PRIMARY KEY("meeting_id","speaker")
);
--> statement-breakpoint
ALTER TABLE "line_edits" ADD CONSTRAINT "line_edits_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_edits" ADD CONSTRAINT "line_edits_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_edits" ADD CONSTRAINT "line_edits_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_speakers" ADD CONSTRAINT "line_speakers_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_names" ADD CONSTRAINT "speaker_names_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "line_edits_line" ON "line_edits" USING btree ("meeting_id","epoch","seq");