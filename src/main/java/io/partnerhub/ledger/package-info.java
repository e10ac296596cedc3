/** Why a field has its value, told from the ledger; no SQL, no HTTP, decides nothing. */
package io.partnerhub.ledger;
