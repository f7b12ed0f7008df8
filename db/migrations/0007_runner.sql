ALTER TABLE "runner_runs" ADD COLUMN "concurrency_key" text;--> statement-breakpoint
ALTER TABLE "runner_runs" ADD COLUMN "parent_run_id" text;--> statement-breakpoint
ALTER TABLE "runner_runs" ADD COLUMN "parent_step_id" text;--> statement-breakpoint
ALTER TABLE "runner_runs" ADD COLUMN "woken" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_steps" ADD COLUMN "awaits_event" text;--> statement-breakpoint
ALTER TABLE "runner_steps" ADD COLUMN "awaits_if" text;--> statement-breakpoint
CREATE INDEX "runner_runs_key" ON "runner_runs" USING btree ("function_id","concurrency_key") WHERE "runner_runs"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "runner_steps_awaits" ON "runner_steps" USING btree ("awaits_event","finished_at") WHERE "runner_steps"."awaits_event" is not null;