-- More contracts are followed than before, and more is kept of each token. The index makes its rows again, from the chain's first
-- block on, when it finds that it kept less. Orders and contents that were read stay, and so do the events until then.
DELETE FROM "assets";--> statement-breakpoint
CREATE TABLE "collections" (
	"address" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ord" bigint NOT NULL,
	"name" text NOT NULL,
	"symbol" text NOT NULL,
	"creator" text,
	"contract_uri" text,
	"royalty_receiver" text,
	"royalty_bps" integer,
	"remix_bps" integer,
	"policy" smallint,
	"block" bigint,
	"created_at" timestamp (3) with time zone,
	"created_tx" text,
	CONSTRAINT "collections_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
CREATE TABLE "holdings" (
	"asset" text NOT NULL,
	"account" text NOT NULL,
	"units" numeric(78, 0) NOT NULL,
	CONSTRAINT "holdings_asset_account_pk" PRIMARY KEY("asset","account")
);
--> statement-breakpoint
DROP INDEX "chain_events_token";--> statement-breakpoint
ALTER TABLE "assets" ALTER COLUMN "owner" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "standard" text NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "tenant" text;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "tenant_until" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "soulbound" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "max_units" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "minted_units" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "burned_units" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "editions" text;--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "factory" text;--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "collections_creator" ON "collections" USING btree ("creator","ord");--> statement-breakpoint
CREATE INDEX "collections_block" ON "collections" USING btree ("block");--> statement-breakpoint
CREATE INDEX "holdings_account" ON "holdings" USING btree ("account");--> statement-breakpoint
CREATE INDEX "assets_collection" ON "assets" USING btree ("collection","ord");--> statement-breakpoint
CREATE INDEX "chain_events_token" ON "chain_events" USING btree ("address","token_id","block","log_index");