CREATE TABLE "attention_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"district_id" uuid NOT NULL,
	"village_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone,
	"about" text NOT NULL,
	"date" date NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"level" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attention_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "about" text;--> statement-breakpoint
CREATE INDEX "attention_notes_district" ON "attention_notes" USING btree ("district_id");--> statement-breakpoint
CREATE POLICY "attention_notes_scope" ON "attention_notes" AS PERMISSIVE FOR ALL TO "connect_app" USING (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[])) WITH CHECK (district_id = any((select app_districts())::uuid[]) or village_id = any((select app_villages())::uuid[]));--> statement-breakpoint
CREATE POLICY "attention_notes_nation" ON "attention_notes" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_nation()));