import type { Mock } from '../../fixtures/deploy-mock.ts'

/** What the behaviours ask of a collection. */
export type Collection = Mock<
  | 'addAigcData'
  | 'approve'
  | 'balanceOf'
  | 'burn'
  | 'contractURI'
  | 'getApproved'
  | 'isApprovedForAll'
  | 'locked'
  | 'ownerOf'
  | 'royaltyInfo'
  | 'safeTransferFrom(address,address,uint256)'
  | 'setApprovalForAll'
  | 'setUser'
  | 'supportsInterface'
  | 'tenancyOf'
  | 'transferFrom'
  | 'userExpires'
  | 'userOf'
  | 'verify'
>
