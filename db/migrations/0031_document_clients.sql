CREATE TABLE "document_clients" (
	"document_id" text NOT NULL,
	"client" bigint NOT NULL,
	"participant_id" text NOT NULL,
	CONSTRAINT "document_clients_document_id_client_pk" PRIMARY KEY("document_id","client")
);
--> statement-breakpoint
ALTER TABLE "document_clients" ADD CONSTRAINT "document_clients_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_clients" ADD CONSTRAINT "document_clients_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_clients_participant" ON "document_clients" USING btree ("participant_id");