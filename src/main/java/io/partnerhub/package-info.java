/** Start, construct, configure: the only place where all the other packages meet. */
package io.partnerhub;
