/** The edits of the day, a scene each; may use the simulated systems and the hub's figures. */
package io.partnerhub.sandbox.demo.scene;
