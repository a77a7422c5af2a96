CREATE TABLE "recalls" (
	"district_id" uuid PRIMARY KEY NOT NULL,
	"erased" integer DEFAULT 0 NOT NULL,
	"withheld" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recalls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "recalls_through_function" ON "recalls" AS PERMISSIVE FOR ALL TO "connect_app" USING (false);