// Splits, what they pay out, and the registry of royalties.
import { Address, BigInt } from '@graphprotocol/graph-ts'
import { RoyaltySet } from '../generated/RoyaltyRegistry/RoyaltyRegistry'
import { SplitDeclared, SplitDeployed } from '../generated/RoyaltySplits/RoyaltySplits'
import {
  RegisteredRoyalty,
  RoyaltyChange,
  Split,
  SplitDeclaration,
  SplitDeployment,
  SplitPayee,
  SplitPayeeTotal,
  SplitRefusal,
  SplitRelease,
  SplitTotal,
} from '../generated/schema'
import { RoyaltySplit } from '../generated/templates'
import { Refused, Released } from '../generated/templates/RoyaltySplit/RoyaltySplit'
import { eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { stamp } from './shared/stamp'

/** The split at an address, made when it was never seen. */
function loadSplit(address: Address): Split {
  let split = Split.load(address)
  if (split == null) {
    split = new Split(address)
    split.deployed = false
    split.declarationCount = 0
  }
  return split
}

/** The payees are part of the split's address, so they are the same each time. */
function savePayee(split: Split, address: Address, bps: i32): void {
  const payee = new SplitPayee(split.id.concat(address))
  payee.split = split.id
  payee.account = loadAccount(address).id
  payee.bps = bps
  payee.save()
}

export function handleSplitDeclared(event: SplitDeclared): void {
  const split = loadSplit(event.params.split)
  split.declarationCount += 1
  split.save()
  const payees = event.params.payees
  for (let i = 0; i < payees.length; i++) savePayee(split, payees[i].account, payees[i].bps)

  const declaration = new SplitDeclaration(eventId(event))
  declaration.split = split.id
  stamp(declaration, event)
  declaration.save()
}

export function handleSplitDeployed(event: SplitDeployed): void {
  const split = loadSplit(event.params.split)
  split.deployed = true
  split.save()
  const payees = event.params.payees
  for (let i = 0; i < payees.length; i++) savePayee(split, payees[i].account, payees[i].bps)

  const deployment = new SplitDeployment(eventId(event))
  deployment.split = split.id
  stamp(deployment, event)
  deployment.save()
  RoyaltySplit.create(event.params.split)
}

/** What a split paid in a currency, made when it never did. */
function loadSplitTotal(split: Address, currency: Address): SplitTotal {
  const id = split.concat(currency)
  let total = SplitTotal.load(id)
  if (total == null) {
    total = new SplitTotal(id)
    total.split = split
    total.currency = currency
    total.released = BigInt.zero()
  }
  return total
}

/** What a payee was paid in a currency, made when it never was. */
function loadPayeeTotal(split: Address, account: Address, currency: Address): SplitPayeeTotal {
  const payee = split.concat(account)
  const id = payee.concat(currency)
  let total = SplitPayeeTotal.load(id)
  if (total == null) {
    total = new SplitPayeeTotal(id)
    total.payee = payee
    total.currency = currency
    total.released = BigInt.zero()
    total.refusalCount = 0
  }
  return total
}

export function handleReleased(event: Released): void {
  const params = event.params
  const total = loadSplitTotal(event.address, params.currency)
  total.released = total.released.plus(params.amount)
  total.save()
  const ofPayee = loadPayeeTotal(event.address, params.account, params.currency)
  ofPayee.released = ofPayee.released.plus(params.amount)
  ofPayee.save()

  const release = new SplitRelease(eventId(event))
  release.payee = ofPayee.payee
  release.currency = params.currency
  release.amount = params.amount
  stamp(release, event)
  release.save()
}

export function handleRefused(event: Refused): void {
  const params = event.params
  const ofPayee = loadPayeeTotal(event.address, params.account, params.currency)
  ofPayee.refusalCount += 1
  ofPayee.save()

  const refusal = new SplitRefusal(eventId(event))
  refusal.payee = ofPayee.payee
  refusal.currency = params.currency
  refusal.amount = params.amount
  stamp(refusal, event)
  refusal.save()
}

export function handleRoyaltySet(event: RoyaltySet): void {
  const params = event.params
  const royalty = new RegisteredRoyalty(params.collection)
  royalty.receiver = params.receiver
  royalty.bps = params.bps
  royalty.save()

  const change = new RoyaltyChange(eventId(event))
  change.collection = params.collection
  change.by = loadAccount(params.by).id
  change.receiver = params.receiver
  change.bps = params.bps
  stamp(change, event)
  change.save()
}
