// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {ICreatorToken} from "./interfaces/ICreatorToken.sol";
import {IERC4907} from "./interfaces/IERC4907.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IProtectedTenancy} from "./interfaces/IProtectedTenancy.sol";
import {IProvenanceRecords} from "./interfaces/IProvenanceRecords.sol";
import {IProvenanceToken} from "./interfaces/IProvenanceToken.sol";
import {ITransferValidator} from "./interfaces/ITransferValidator.sol";
import {ProvenanceRecords} from "./ProvenanceRecords.sol";
import {Tenancy, TenancyLib} from "./types/Tenancy.sol";
import {TokenRecord, TokenRecordLib} from "./types/TokenRecord.sol";
import {TokenState} from "./types/TokenState.sol";

/// @title Owned token
/// @notice Who owns an ERC-721 token, who may move it, and who uses it meanwhile.
/// @dev OpenZeppelin's ERC-721 with owners and balances in words of our own, by overriding what it declares virtual: beside the owner
/// stands all that a transfer has to know (bound, validated, somebody approved), beside the balance whether its owner has opted out.
/// So none of it costs a transfer a read, and one of a token for which nobody is approved does not touch the approval at all.
abstract contract OwnedToken is
    ProvenanceRecords,
    IProvenanceToken,
    IERC4907,
    IProtectedTenancy,
    IERC5192,
    ICreatorToken,
    ERC721
{
    /// @dev Bit of an owner's word: it has taken its tokens from the market. The other bits are its balance.
    // solhint-disable-next-line private-vars-leading-underscore
    uint256 private constant OPTED_OUT = 1 << 255;

    mapping(address owner => uint256 word) private _holdings;
    mapping(uint256 tokenId => Tenancy tenancy) private _tenancies;

    /// @inheritdoc IProvenanceToken
    function burn(uint256 tokenId) external {
        Tenancy tenancy = _tenancies[tokenId];
        if (tenancy.isActive()) revert TokensRented(tokenId, tenancy.expires());
        // Root and record stay, so the id can never be minted again with an old listing still signed.
        _update({to: address(0), tokenId: tokenId, auth: msg.sender});
    }

    /// @inheritdoc IERC4907
    function setUser(uint256 tokenId, address user, uint64 expires) external {
        Tenancy tenancy = _tenancies[tokenId];
        if (!tenancy.isActive() || tenancy.isProlonged(user, expires)) {
            _checkAuthorized({owner: _ownerOf(tokenId), spender: msg.sender, tokenId: tokenId});
            if (_tokens[tokenId].record.allows(TokenRecordLib.SOULBOUND)) revert TokensSoulbound(tokenId);
        } else if (msg.sender != tenancy.user() || user != address(0)) {
            revert TokensRented(tokenId, tenancy.expires());
        }
        _tenancies[tokenId] = TenancyLib.until(user, expires);
        emit UpdateUser({tokenId: tokenId, user: user, expires: expires});
    }

    // Operators

    /// @inheritdoc IProvenanceRecords
    function setOperatorOptOut(bool optedOut) external {
        uint256 balance = _holdings[msg.sender] & ~OPTED_OUT;
        _holdings[msg.sender] = optedOut ? balance | OPTED_OUT : balance;
        emit OperatorOptedOut({owner: msg.sender, optedOut: optedOut});
    }

    /// @inheritdoc ICreatorToken
    function setTransferValidator(address) external virtual {
        revert TokensValidatorForbidden(msg.sender);
    }

    // Views

    /// @inheritdoc IERC4907
    function userOf(uint256 tokenId) external view returns (address) {
        Tenancy tenancy = _tenancies[tokenId];
        return tenancy.isActive() ? tenancy.user() : address(0);
    }

    /// @inheritdoc IERC4907
    function userExpires(uint256 tokenId) external view returns (uint256) {
        return _tenancies[tokenId].expires();
    }

    /// @inheritdoc IProtectedTenancy
    function tenancyOf(uint256 tokenId) external view returns (address user, uint64 expires) {
        Tenancy tenancy = _tenancies[tokenId];
        if (tenancy.isActive()) return (tenancy.user(), tenancy.expires());
    }

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        _requireOwned(tokenId);
        return _tokens[tokenId].record.allows(TokenRecordLib.SOULBOUND);
    }

    /// @inheritdoc ICreatorToken
    function getTransferValidationFunction() external pure returns (bytes4 functionSignature, bool isViewFunction) {
        return (ITransferValidator.validateTransfer.selector, true);
    }

    /// @inheritdoc ICreatorToken
    function getTransferValidator() public view virtual returns (address) {
        return address(0);
    }

    /// @inheritdoc IProvenanceRecords
    function operatorOptedOut(address owner) public view returns (bool) {
        return _holdings[owner] & OPTED_OUT != 0;
    }

    /// @inheritdoc IERC721
    function balanceOf(address owner) public view override returns (uint256) {
        if (owner == address(0)) revert ERC721InvalidOwner(address(0));
        return _holdings[owner] & ~OPTED_OUT;
    }

    /// @inheritdoc IERC721
    /// @dev The market is approved by every owner that has not opted out. One that has may still approve it in the ordinary way.
    function isApprovedForAll(address owner, address operator) public view override returns (bool) {
        if (operator == MARKET && owner != address(0) && !operatorOptedOut(owner)) return true;
        return super.isApprovedForAll(owner, operator);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view virtual override returns (bool) {
        return
            interfaceId == type(IERC4907).interfaceId ||
            interfaceId == type(IProtectedTenancy).interfaceId ||
            interfaceId == type(IERC5192).interfaceId ||
            interfaceId == type(ICreatorToken).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    // Internal

    /// @dev More tokens of an owner, whose records the caller writes.
    function _addToBalance(address owner, uint256 count) internal {
        unchecked {
            _holdings[owner] += count;
        }
    }

    /// @inheritdoc ERC721
    /// @dev Written out for its gas, since it is most of a sale: the words of token and owner are looked up once.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address from) {
        TokenState storage token = _tokens[tokenId];
        TokenRecord record = token.record;
        from = record.owner();
        uint256 held = _holdings[from];
        bool trusted = auth == MARKET && held & OPTED_OUT == 0 && from != address(0);
        if (!trusted && auth != address(0)) _checkAuthorized({owner: from, spender: auth, tokenId: tokenId});
        if (record.encumbered()) _disencumber({record: record, from: from, to: to, tokenId: tokenId});
        unchecked {
            if (from != address(0)) _holdings[from] = held - 1;
            if (to != address(0)) ++_holdings[to];
        }
        token.record = record.withOwner(to);
        emit Transfer(from, to, tokenId);
    }

    /// @inheritdoc ERC721
    function _approve(address to, uint256 tokenId, address auth, bool emitEvent) internal override {
        super._approve({to: to, tokenId: tokenId, auth: auth, emitEvent: emitEvent});
        _tokens[tokenId].record = _tokens[tokenId].record.withApproval(to != address(0));
    }

    /// @inheritdoc ERC721
    function _ownerOf(uint256 tokenId) internal view override returns (address) {
        return _tokens[tokenId].record.owner();
    }

    /// @inheritdoc ERC721
    function _getApproved(uint256 tokenId) internal view override returns (address) {
        return _tokens[tokenId].record.approved() ? super._getApproved(tokenId) : address(0);
    }

    function _ownsAll(address account, uint256 tokenId) internal view override returns (bool) {
        return _requireOwned(tokenId) == account;
    }

    /// @dev What stands in the way of a transfer, or has to be cleared by it. Of a burn nothing does.
    function _disencumber(TokenRecord record, address from, address to, uint256 tokenId) private {
        if (to != address(0)) {
            if (record.allows(TokenRecordLib.SOULBOUND)) revert TokensSoulbound(tokenId);
            address validator = record.allows(TokenRecordLib.VALIDATED) ? getTransferValidator() : address(0);
            if (validator != address(0))
                // A static call: a validator cannot come back and move the token meanwhile.
                ITransferValidator(validator).validateTransfer({
                    caller: msg.sender,
                    from: from,
                    to: to,
                    tokenId: tokenId
                });
        }
        if (record.approved()) super._approve({to: address(0), tokenId: tokenId, auth: address(0), emitEvent: false});
    }
}
