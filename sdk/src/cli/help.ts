import { DEFAULT_GATEWAY } from './default-gateway.ts'

export const verifyHelp = `daedal verify <asset> [options]      check an asset: chain, blocks, record, signature, pixels, drawing

  <asset>            eip155:<chain>/erc721:<contract>/<token id>, or <chain>/<contract>/<token id>
  --car FILE         take the content from a CAR file instead of a gateway; works offline
  --gateway URL      where content comes from (default ${DEFAULT_GATEWAY})
  --rpc URL          JSON-RPC of the asset's chain (default: the one the gateway's service names; none with --car)
  --reveal FILE      JSON that opens the prompt, as its creator downloaded it
  --require RUNG     claimed (default): the maker's signed record holds; reproduced: this machine made the same, bit for bit;
                     attested: no third party attests yet, so only reproduced reaches it
  --json             the result as JSON

  Ends with 0 when all that was asked holds, 1 when a check failed, 2 when less was shown than asked, 64 on a wrong
  command line, 69 when it could not be carried out.
`

export const carHelp = `daedal car <asset> --out FILE         keep an asset's whole content as one CAR file, every block checked

  <asset>            eip155:<chain>/erc721:<contract>/<token id>, or <chain>/<contract>/<token id>
  --out FILE         file to write; it is whole or not there
  --gateway URL      where content comes from (default ${DEFAULT_GATEWAY})
  --rpc URL          JSON-RPC of the asset's chain (default: the one the gateway's service names)
`

export const ownedHelp = `daedal owned <account> [options]      list what an account owns, as a game world imports it

  <account>          address, or eip155:<chain>:<address>
  --api URL          service to ask (default ${DEFAULT_GATEWAY})
  --json             one JSON passport a line
`
