/** Every fault in every call of the fault matrix, and where the record ends; may use all. */
package io.partnerhub.sandbox.matrix;
