package dev.moonlet.http.contract;

/** What a document promises of an operation. */
public record Contract(
        Parameters parameters, Bodies bodies, Responses responses, Acceptance acceptance) {}
