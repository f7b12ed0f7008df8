ALTER TABLE "transcript_gaps" DROP CONSTRAINT "gap_after_epoch";--> statement-breakpoint
CREATE INDEX "pauses_meeting" ON "pauses" USING btree ("meeting_id");--> statement-breakpoint
ALTER TABLE "transcript_gaps" ADD CONSTRAINT "gap_after_epoch" UNIQUE("meeting_id","after_epoch","reason");