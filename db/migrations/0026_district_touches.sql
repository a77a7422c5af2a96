CREATE TABLE "district_touches" (
	"district_id" uuid NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "district_touches_district_id_xid_pk" PRIMARY KEY("district_id","xid")
);
--> statement-breakpoint
ALTER TABLE "district_touches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "district_touches_nobody" ON "district_touches" AS RESTRICTIVE FOR ALL TO "connect_app" USING (false);