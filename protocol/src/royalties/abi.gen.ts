// Written by npm run codegen from the compiler's artifacts.

/** ABI of `contracts/royalties/RoyaltyRegistry.sol`. */
export const royaltyRegistryAbi = [
  {"inputs":[{"internalType":"address","name":"account","type":"address"},{"internalType":"address","name":"collection","type":"address"}],"name":"RoyaltiesNotCollectionOwner","type":"error"},
  {"inputs":[],"name":"RoyaltiesReceiverZero","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"bps","type":"uint256"},{"internalType":"uint256","name":"most","type":"uint256"}],"name":"RoyaltiesTooHigh","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"collection","type":"address"},{"indexed":true,"internalType":"address","name":"by","type":"address"},{"indexed":false,"internalType":"address","name":"receiver","type":"address"},{"indexed":false,"internalType":"uint16","name":"bps","type":"uint16"}],"name":"RoyaltySet","type":"event"},
  {"inputs":[{"internalType":"address","name":"collection","type":"address"},{"internalType":"uint256","name":"","type":"uint256"},{"internalType":"uint256","name":"salePrice","type":"uint256"}],"name":"royaltyInfo","outputs":[{"internalType":"address","name":"receiver","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"collection","type":"address"}],"name":"royaltyOf","outputs":[{"internalType":"address","name":"receiver","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"collection","type":"address"},{"internalType":"address","name":"receiver","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"name":"setRoyalty","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const

/** ABI of `contracts/royalties/RoyaltySplit.sol`. */
export const royaltySplitAbi = [
  {"inputs":[],"name":"ReentrancyGuardReentrantCall","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"left","type":"uint256"},{"internalType":"uint256","name":"needed","type":"uint256"}],"name":"RoyaltiesGasTooLow","type":"error"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"}],"name":"RoyaltiesNotPayee","type":"error"},
  {"inputs":[],"name":"RoyaltiesNotSplit","type":"error"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"},{"internalType":"address","name":"currency","type":"address"}],"name":"RoyaltiesNothingDue","type":"error"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"},{"internalType":"address","name":"currency","type":"address"},{"internalType":"uint256","name":"amount","type":"uint256"}],"name":"RoyaltiesPaymentFailed","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"account","type":"address"},{"indexed":true,"internalType":"address","name":"currency","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Refused","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"account","type":"address"},{"indexed":true,"internalType":"address","name":"currency","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"}],"name":"Released","type":"event"},
  {"inputs":[{"internalType":"address","name":"currency","type":"address"}],"name":"distribute","outputs":[{"internalType":"uint256","name":"paid","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"},{"internalType":"address","name":"currency","type":"address"}],"name":"dueTo","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"payees","outputs":[{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"","type":"tuple[]"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"},{"internalType":"address","name":"currency","type":"address"}],"name":"release","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"},{"internalType":"address","name":"currency","type":"address"}],"name":"releasedTo","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"currency","type":"address"}],"name":"releasedTotal","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"stateMutability":"payable","type":"receive"},
] as const

/** ABI of `contracts/royalties/RoyaltySplits.sol`. */
export const royaltySplitsAbi = [
  {"inputs":[],"name":"CloneArgumentsTooLong","type":"error"},
  {"inputs":[],"name":"Create2EmptyBytecode","type":"error"},
  {"inputs":[],"name":"FailedDeployment","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"balance","type":"uint256"},{"internalType":"uint256","name":"needed","type":"uint256"}],"name":"InsufficientBalance","type":"error"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"}],"name":"RoyaltiesAccountUnpayable","type":"error"},
  {"inputs":[{"internalType":"address","name":"receiver","type":"address"},{"internalType":"address","name":"split","type":"address"}],"name":"RoyaltiesPayeesFalse","type":"error"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"}],"name":"RoyaltiesPayeesUnordered","type":"error"},
  {"inputs":[{"internalType":"address","name":"account","type":"address"}],"name":"RoyaltiesShareZero","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"sum","type":"uint256"}],"name":"RoyaltiesSharesNotWhole","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"parents","type":"uint256"},{"internalType":"uint256","name":"most","type":"uint256"}],"name":"RoyaltiesTooManyParents","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"payees","type":"uint256"},{"internalType":"uint256","name":"most","type":"uint256"}],"name":"RoyaltiesTooManyPayees","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"split","type":"address"},{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"indexed":false,"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"name":"SplitDeclared","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"address","name":"split","type":"address"},{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"indexed":false,"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"name":"SplitDeployed","type":"event"},
  {"inputs":[],"name":"IMPLEMENTATION","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"address","name":"own","type":"address"},{"components":[{"internalType":"address","name":"receiver","type":"address"},{"internalType":"uint16","name":"remixBps","type":"uint16"},{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"internalType":"struct ParentShare[]","name":"parents","type":"tuple[]"}],"name":"declare","outputs":[{"internalType":"address","name":"receiver","type":"address"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"name":"deploy","outputs":[{"internalType":"address","name":"split","type":"address"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"payees","type":"tuple[]"},{"internalType":"address","name":"currency","type":"address"}],"name":"distribute","outputs":[{"internalType":"address","name":"split","type":"address"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"address","name":"own","type":"address"},{"components":[{"internalType":"address","name":"receiver","type":"address"},{"internalType":"uint16","name":"remixBps","type":"uint16"},{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"internalType":"struct ParentShare[]","name":"parents","type":"tuple[]"}],"name":"lineageOf","outputs":[{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"components":[{"internalType":"address","name":"account","type":"address"},{"internalType":"uint16","name":"bps","type":"uint16"}],"internalType":"struct Payee[]","name":"payees","type":"tuple[]"}],"name":"splitOf","outputs":[{"internalType":"address","name":"split","type":"address"}],"stateMutability":"view","type":"function"},
] as const
