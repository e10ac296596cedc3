/**
 * What the simulated systems hold in the morning, made from the Northwind files; knows neither the
 * simulators nor the hub.
 */
package io.partnerhub.sandbox.demo.data;
