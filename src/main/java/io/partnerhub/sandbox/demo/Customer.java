package io.partnerhub.sandbox.demo;

/**
 * A row of the Northwind customers; a text is null where the file says {@code NULL} or nothing.
 *
 * @param code five letters, never null
 * @param company never null
 */
record Customer(
    String code,
    String company,
    String contact,
    String title,
    String street,
    String city,
    String postalCode,
    String country,
    String phone) {}
