CREATE TABLE "embeddings" (
	"model" text NOT NULL,
	"hash" text NOT NULL,
	"vector" real[] NOT NULL,
	CONSTRAINT "embeddings_model_hash_pk" PRIMARY KEY("model","hash")
);
--> statement-breakpoint
CREATE TABLE "passage_indexes" (
	"meeting_id" text NOT NULL,
	"model" text NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "passage_indexes_meeting_id_model_pk" PRIMARY KEY("meeting_id","model")
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"meeting_id" text NOT NULL,
	"number" integer NOT NULL,
	"lines" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "passages_meeting_id_number_pk" PRIMARY KEY("meeting_id","number")
);
--> statement-breakpoint
ALTER TABLE "passage_indexes" ADD CONSTRAINT "passage_indexes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passages_hash" ON "passages" USING btree ("hash");