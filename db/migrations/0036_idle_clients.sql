DROP INDEX "document_clients_participant";--> statement-breakpoint
ALTER TABLE "document_clients" ADD COLUMN "idle_since" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "document_clients_participant" ON "document_clients" USING btree ("participant_id","document_id");