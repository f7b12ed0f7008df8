CREATE TABLE "chat_messages" (
	"meeting_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" integer NOT NULL,
	"sender_id" text,
	"sender_name" text NOT NULL,
	"text" text NOT NULL,
	"at_ms" integer NOT NULL,
	"off_record" boolean NOT NULL,
	CONSTRAINT "chat_messages_meeting_id_id_pk" PRIMARY KEY("meeting_id","id"),
	CONSTRAINT "chat_messages_seq" UNIQUE("meeting_id","seq")
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "who_may_chat" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_messages" ADD CONSTRAINT "chat_messages_sender_id_participants_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;