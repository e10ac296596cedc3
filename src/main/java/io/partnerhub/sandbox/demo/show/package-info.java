/** What the person at the terminal sees, and what was expected; knows nothing of what is played. */
package io.partnerhub.sandbox.demo.show;
