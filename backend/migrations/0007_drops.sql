CREATE TABLE "drop_items" (
	"drop" text NOT NULL,
	"item" integer NOT NULL,
	"token_id" numeric(78, 0) NOT NULL,
	"voucher" jsonb NOT NULL,
	"deadline" numeric(78, 0) NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "drop_items_drop_item_pk" PRIMARY KEY("drop","item")
);
--> statement-breakpoint
CREATE TABLE "drop_lists" (
	"drop" text NOT NULL,
	"stage" smallint NOT NULL,
	"place" integer NOT NULL,
	"account" text NOT NULL,
	"allowance" bigint NOT NULL,
	CONSTRAINT "drop_lists_drop_stage_place_pk" PRIMARY KEY("drop","stage","place")
);
--> statement-breakpoint
CREATE TABLE "drop_steps" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"drop" text NOT NULL,
	"kind" text NOT NULL,
	"entropy_block" bigint,
	"entropy" text,
	"offset" integer,
	CONSTRAINT "drop_steps_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "drop_tickets" (
	"drop" text NOT NULL,
	"ticket" integer NOT NULL,
	"first" integer NOT NULL,
	"stage" smallint NOT NULL,
	"buyer" text NOT NULL,
	"price" numeric(78, 0) NOT NULL,
	"block" bigint NOT NULL,
	"bought_at" timestamp (3) with time zone NOT NULL,
	"bought_tx" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"done_block" bigint,
	"done_at" timestamp (3) with time zone,
	"done_tx" text,
	CONSTRAINT "drop_tickets_drop_ticket_pk" PRIMARY KEY("drop","ticket")
);
--> statement-breakpoint
CREATE TABLE "drops" (
	"id" text PRIMARY KEY NOT NULL,
	"ord" bigint NOT NULL,
	"creator" text NOT NULL,
	"collection" text NOT NULL,
	"currency" text NOT NULL,
	"supply" integer NOT NULL,
	"fee_bps" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"committed" boolean NOT NULL,
	"start_time" bigint NOT NULL,
	"last_end" bigint NOT NULL,
	"reveal_by" bigint NOT NULL,
	"deliver_by" bigint NOT NULL,
	"block" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_tx" text NOT NULL,
	"sold" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"refunded" integer DEFAULT 0 NOT NULL,
	"sold_in" integer[] NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	"entropy_block" bigint,
	"entropy" text,
	"offset" integer,
	CONSTRAINT "drops_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
ALTER TABLE "royalty_payments" ADD COLUMN "drop" text;--> statement-breakpoint
ALTER TABLE "sales" ADD COLUMN "drop" text;--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "drops" text;--> statement-breakpoint
CREATE INDEX "drop_lists_account" ON "drop_lists" USING btree ("drop","account","stage");--> statement-breakpoint
CREATE INDEX "drop_steps_drop" ON "drop_steps" USING btree ("drop");--> statement-breakpoint
CREATE INDEX "drop_tickets_buyer" ON "drop_tickets" USING btree ("buyer","drop","ticket");--> statement-breakpoint
CREATE INDEX "drop_tickets_block" ON "drop_tickets" USING btree ("block");--> statement-breakpoint
CREATE INDEX "drop_tickets_done" ON "drop_tickets" USING btree ("done_block");--> statement-breakpoint
CREATE INDEX "drops_creator" ON "drops" USING btree ("creator","ord");--> statement-breakpoint
CREATE INDEX "drops_collection" ON "drops" USING btree ("collection","ord");--> statement-breakpoint
CREATE INDEX "drops_block" ON "drops" USING btree ("block");