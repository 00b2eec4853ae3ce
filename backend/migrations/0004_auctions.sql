CREATE TABLE "auction_bids" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"auction" text NOT NULL,
	"bidder" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"end_time" bigint NOT NULL,
	"extended" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"tx" text NOT NULL,
	CONSTRAINT "auction_bids_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "auctions" (
	"id" text PRIMARY KEY NOT NULL,
	"ord" bigint NOT NULL,
	"seller" text NOT NULL,
	"collection" text NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"quantity" numeric(78, 0) NOT NULL,
	"currency" text NOT NULL,
	"reserve" numeric(78, 0) NOT NULL,
	"min_increment_bps" integer NOT NULL,
	"fee_bps" integer NOT NULL,
	"start_time" bigint NOT NULL,
	"first_end" bigint NOT NULL,
	"last_end" bigint NOT NULL,
	"extension_window" bigint NOT NULL,
	"block" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_tx" text NOT NULL,
	"end_time" bigint NOT NULL,
	"bidder" text,
	"amount" numeric(78, 0),
	"bids" integer DEFAULT 0 NOT NULL,
	"outcome" text DEFAULT 'open' NOT NULL,
	"closed_block" bigint,
	"closed_at" timestamp (3) with time zone,
	"closed_tx" text,
	"fee" numeric(78, 0),
	"royalty" numeric(78, 0),
	"royalty_receiver" text,
	"kept" boolean DEFAULT false NOT NULL,
	"reclaimed_block" bigint,
	CONSTRAINT "auctions_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
CREATE TABLE "pending_payments" (
	"contract" text NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "pending_payments_contract_account_currency_pk" PRIMARY KEY("contract","account","currency")
);
--> statement-breakpoint
ALTER TABLE "royalty_payments" ALTER COLUMN "order_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sales" ALTER COLUMN "nonce" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sales" ALTER COLUMN "order_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "royalty_payments" ADD COLUMN "auction" text;--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "auction" text;--> statement-breakpoint
ALTER TABLE "assets" ADD COLUMN "auction" jsonb;--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "auctions" text;--> statement-breakpoint
CREATE INDEX "auction_bids_auction" ON "auction_bids" USING btree ("auction","block","log_index");--> statement-breakpoint
CREATE INDEX "auction_bids_bidder" ON "auction_bids" USING btree ("bidder");--> statement-breakpoint
CREATE INDEX "auctions_asset" ON "auctions" USING btree ("collection","token_id","ord");--> statement-breakpoint
CREATE INDEX "auctions_seller" ON "auctions" USING btree ("seller","ord");--> statement-breakpoint
CREATE INDEX "auctions_end" ON "auctions" USING btree ("end_time","ord");--> statement-breakpoint
CREATE INDEX "auctions_open" ON "auctions" USING btree ("end_time","ord") WHERE "auctions"."outcome" = 'open';--> statement-breakpoint
CREATE INDEX "auctions_block" ON "auctions" USING btree ("block");--> statement-breakpoint
CREATE INDEX "auctions_closed" ON "auctions" USING btree ("closed_block");--> statement-breakpoint
CREATE INDEX "auctions_reclaimed" ON "auctions" USING btree ("reclaimed_block");--> statement-breakpoint
CREATE INDEX "pending_payments_account" ON "pending_payments" USING btree ("account");