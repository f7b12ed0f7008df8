ALTER TABLE "recording_egresses" ALTER COLUMN "participant_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "recording_egresses" ADD COLUMN "collected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "recording_picture" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "picture" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "recording_egresses_open_picture" ON "recording_egresses" USING btree ("recording_id") WHERE "recording_egresses"."participant_id" is null and "recording_egresses"."state" <> 'over';