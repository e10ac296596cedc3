package io.partnerhub.config;

/**
 * The text that a key was set to.
 *
 * @param source where: {@code hub.properties:7} or {@code SALESFORCE_LOGIN_URL}
 */
record Setting(String text, String source) {}
