ALTER TABLE "generations" ADD COLUMN "origin" jsonb;--> statement-breakpoint
CREATE INDEX "mints_picture" ON "mints" USING btree ("generation_id","variation");