package org.sluice.engine.http2;

import org.eclipse.jetty.http.HttpFields;

/// A request that is to have a stream of its own.
///
/// @param fields as [RequestFieldList] makes them
/// @param withoutBody whether nothing follows the head
/// @param headRequest whether the response has no body, whatever it says
/// @param onEvent called when there is something new to be asked for, or to be sent; it must not
///   call back
public record StreamOrder(
    HttpFields fields, boolean withoutBody, boolean headRequest, Runnable onEvent) {}
