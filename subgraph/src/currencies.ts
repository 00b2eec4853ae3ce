// Currencies of worlds: what was declared, every movement, and what follows from movements.
import { Address, BigInt, Bytes, ethereum } from '@graphprotocol/graph-ts'
import {
  CurrencyApproval,
  CurrencyBalance,
  CurrencyFaucet,
  CurrencyFlowDay,
  CurrencyMovement,
  CurrencyPoint,
  CurrencySink,
  SourceAppointment,
  WorldCurrency,
} from '../generated/schema'
import { WorldCurrency as WorldCurrencyTemplate } from '../generated/templates'
import { Approval, FaucetPoured, SinkDrained, SourceAppointed, Transfer } from '../generated/templates/WorldCurrency/WorldCurrency'
import { CurrencyDeclared } from '../generated/WorldCurrencyFactory/WorldCurrencyFactory'
import { eventId } from './shared/ids'
import { loadAccount } from './shared/load-account'
import { stamp } from './shared/stamp'

const NOTHING = new Bytes(32)
const DAY = BigInt.fromI32(86_400)

/** Currency, then the place in the list that declares. */
function placeId(currency: Address, place: i32): Bytes {
  return currency.concatI32(place)
}

export function handleCurrencyDeclared(event: CurrencyDeclared): void {
  const params = event.params
  const declaration = params.declaration
  const currency = new WorldCurrency(params.currency)
  currency.world = params.worldId
  currency.creator = loadAccount(params.creator).id
  currency.name = declaration.name
  currency.symbol = declaration.symbol
  currency.cap = declaration.cap
  currency.supply = BigInt.zero()
  currency.poured = BigInt.zero()
  currency.drained = BigInt.zero()
  currency.holderCount = 0
  currency.declaredAt = event.block.timestamp
  currency.declaredAtBlock = event.block.number
  currency.save()

  for (let i = 0; i < declaration.curve.length; i++) {
    const point = new CurrencyPoint(placeId(params.currency, i))
    point.currency = currency.id
    point.time = declaration.curve[i].time
    point.most = declaration.curve[i].most
    point.save()
  }
  for (let i = 0; i < declaration.faucets.length; i++) {
    const declared = declaration.faucets[i]
    const faucet = new CurrencyFaucet(placeId(params.currency, i))
    faucet.currency = currency.id
    faucet.number = i
    faucet.name = declared.name
    faucet.perWindow = declared.perWindow
    faucet.perAccount = declared.perAccount
    if (!declared.total.isZero()) faucet.total = declared.total
    faucet.window = declared.window
    faucet.poured = BigInt.zero()
    faucet.pourCount = 0
    faucet.save()
  }
  for (let i = 0; i < declaration.sinks.length; i++) {
    const sink = new CurrencySink(placeId(params.currency, i))
    sink.currency = currency.id
    sink.number = i
    sink.name = declaration.sinks[i].name
    sink.drained = BigInt.zero()
    sink.drainCount = 0
    sink.save()
  }
  WorldCurrencyTemplate.create(params.currency)
}

export function handleSourceAppointed(event: SourceAppointed): void {
  const params = event.params
  const faucet = CurrencyFaucet.load(placeId(event.address, params.faucetId.toI32()))
  if (faucet == null) return
  if (params.source.equals(Address.zero())) faucet.source = null
  else faucet.source = params.source
  faucet.appointedBy = params.operator
  faucet.save()

  const appointment = new SourceAppointment(eventId(event))
  appointment.faucet = faucet.id
  appointment.source = params.source
  appointment.operator = params.operator
  stamp(appointment, event)
  appointment.save()
}

/** Adds to what an account has; says by how much there are more holders. */
function changeBalance(currency: Address, account: Address, change: BigInt): i32 {
  const id = currency.concat(account)
  let balance = CurrencyBalance.load(id)
  if (balance == null) {
    balance = new CurrencyBalance(id)
    balance.currency = currency
    balance.account = loadAccount(account).id
    balance.amount = BigInt.zero()
  }
  const had = balance.amount.isZero() ? 0 : 1
  balance.amount = balance.amount.plus(change)
  balance.save()
  return (balance.amount.isZero() ? 0 : 1) - had
}

function countDay(event: ethereum.Event, kind: string, number: i32, amount: BigInt): void {
  const day = event.block.timestamp.div(DAY).toI32()
  const id = event.address.concat(Bytes.fromUTF8(kind)).concatI32(number).concatI32(day)
  let flow = CurrencyFlowDay.load(id)
  if (flow == null) {
    flow = new CurrencyFlowDay(id)
    flow.currency = event.address
    flow.kind = kind
    flow.number = number
    flow.start = BigInt.fromI32(day).times(DAY)
    flow.amount = BigInt.zero()
    flow.count = 0
  }
  flow.amount = flow.amount.plus(amount)
  flow.count += 1
  flow.save()
}

/** A movement of currency. The caller fills in the rest, and saves it. */
function newMovement(event: ethereum.Event, kind: string, amount: BigInt): CurrencyMovement {
  const movement = new CurrencyMovement(eventId(event))
  movement.currency = event.address
  movement.kind = kind
  movement.amount = amount
  stamp(movement, event)
  return movement
}

export function handleFaucetPoured(event: FaucetPoured): void {
  const params = event.params
  const number = params.faucetId.toI32()
  const currency = WorldCurrency.load(event.address)
  const faucet = CurrencyFaucet.load(placeId(event.address, number))
  if (currency == null || faucet == null) return
  faucet.poured = faucet.poured.plus(params.amount)
  faucet.pourCount += 1
  faucet.save()
  currency.poured = currency.poured.plus(params.amount)
  currency.supply = currency.supply.plus(params.amount)
  currency.holderCount += changeBalance(event.address, params.to, params.amount)
  currency.save()
  countDay(event, 'poured', number, params.amount)

  const movement = newMovement(event, 'poured', params.amount)
  movement.to = loadAccount(params.to).id
  movement.faucet = faucet.id
  movement.by = params.source
  if (!params.memo.equals(NOTHING)) movement.memo = params.memo
  movement.save()
}

export function handleSinkDrained(event: SinkDrained): void {
  const params = event.params
  const number = params.sinkId.toI32()
  const currency = WorldCurrency.load(event.address)
  const sink = CurrencySink.load(placeId(event.address, number))
  if (currency == null || sink == null) return
  sink.drained = sink.drained.plus(params.amount)
  sink.drainCount += 1
  sink.save()
  currency.drained = currency.drained.plus(params.amount)
  currency.supply = currency.supply.minus(params.amount)
  currency.holderCount += changeBalance(event.address, params.from, params.amount.neg())
  currency.save()
  countDay(event, 'drained', number, params.amount)

  const movement = newMovement(event, 'drained', params.amount)
  movement.from = loadAccount(params.from).id
  movement.sink = sink.id
  movement.by = params.by
  if (!params.memo.equals(NOTHING)) movement.memo = params.memo
  movement.save()
}

/** What is poured and drained says more of itself. Anybody can send nothing, in the name of anybody. */
export function handleTransfer(event: Transfer): void {
  const params = event.params
  const created = params.from.equals(Address.zero()) || params.to.equals(Address.zero())
  const currency = WorldCurrency.load(event.address)
  if (currency == null || created || params.value.isZero()) return
  currency.holderCount += changeBalance(event.address, params.from, params.value.neg())
  currency.holderCount += changeBalance(event.address, params.to, params.value)
  currency.save()

  const movement = newMovement(event, 'transferred', params.value)
  movement.from = loadAccount(params.from).id
  movement.to = loadAccount(params.to).id
  movement.save()
}

export function handleApproval(event: Approval): void {
  const params = event.params
  const approval = new CurrencyApproval(eventId(event))
  approval.currency = event.address
  approval.owner = loadAccount(params.owner).id
  approval.spender = params.spender
  approval.amount = params.value
  stamp(approval, event)
  approval.save()
}
