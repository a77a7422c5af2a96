ALTER TABLE "dialogues" ADD COLUMN "themes" jsonb;--> statement-breakpoint
ALTER TABLE "problems" ADD COLUMN "themes" jsonb;--> statement-breakpoint
ALTER TABLE "visits" ADD COLUMN "themes" jsonb;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "speakers_women" integer;--> statement-breakpoint
ALTER TABLE "workshops" ADD COLUMN "speakers_men" integer;