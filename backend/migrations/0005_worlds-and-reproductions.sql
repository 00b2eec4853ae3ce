CREATE TABLE "reproductions" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"kind" text NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"core_hash" text NOT NULL,
	"render_hash" text NOT NULL,
	"reexecutor" text,
	"at" timestamp (3) with time zone NOT NULL,
	"tx" text NOT NULL,
	CONSTRAINT "reproductions_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "world_changes" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"world" text NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"tx" text NOT NULL,
	CONSTRAINT "world_changes_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "worlds" (
	"id" text PRIMARY KEY NOT NULL,
	"ord" bigint NOT NULL,
	"operator" text NOT NULL,
	"salt" text NOT NULL,
	"manifest" text NOT NULL,
	"key_set" text,
	"collections" text[] NOT NULL,
	"successor" text,
	"successor_from" bigint,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"registered_tx" text NOT NULL,
	CONSTRAINT "worlds_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "proof" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "reproductions" text;--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "worlds" text;--> statement-breakpoint
CREATE INDEX "reproductions_token" ON "reproductions" USING btree ("collection","token_id","block","log_index");--> statement-breakpoint
CREATE INDEX "world_changes_world" ON "world_changes" USING btree ("world","block","log_index");--> statement-breakpoint
CREATE INDEX "worlds_operator" ON "worlds" USING btree ("operator","ord");--> statement-breakpoint
CREATE INDEX "worlds_collections" ON "worlds" USING gin ("collections");