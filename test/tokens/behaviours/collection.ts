import type { Mock } from '../../fixtures/deploy-mock.ts'

/** What the behaviours ask of a collection. */
export type Collection = Mock<
  | 'approve'
  | 'balanceOf'
  | 'contractURI'
  | 'getApproved'
  | 'ownerOf'
  | 'royaltyInfo'
  | 'safeTransferFrom(address,address,uint256)'
  | 'setApprovalForAll'
  | 'supportsInterface'
  | 'transferFrom'
>
