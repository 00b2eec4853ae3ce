DROP INDEX "sales_royalty";--> statement-breakpoint
ALTER TABLE "sales" DROP COLUMN "royalty_receiver";