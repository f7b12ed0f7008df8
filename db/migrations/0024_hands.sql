CREATE TABLE "raised_hands" (
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	CONSTRAINT "raised_hands_meeting_id_participant_id_pk" PRIMARY KEY("meeting_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "hands_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "raised_hands" ADD CONSTRAINT "raised_hands_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raised_hands" ADD CONSTRAINT "raised_hands_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;