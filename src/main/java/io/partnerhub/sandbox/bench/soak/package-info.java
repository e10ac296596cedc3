/** A hub at work for a while among failing calls and lost news, and whether anything grows. */
package io.partnerhub.sandbox.bench.soak;
