package dev.readout.discord.standin.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.readout.discord.standin.interaction.Interactions;
import dev.readout.discord.standin.wire.Refusal;
import java.util.List;
import java.util.function.BiFunction;

/** Answering interactions: the first answer, edits, follow-ups. */
record InteractionRoutes(Interactions interactions, String applicationId) {
  private static final String MESSAGE = "webhooks/{}/{}/messages/{}";

  List<Route> routes() {
    return List.of(
        Route.open("POST", "interactions/{}/{}/callback", this::callback),
        webhook(
            "POST",
            "webhooks/{}/{}",
            (request, token) ->
                Answer.ok(interactions.followUp(token, request.body(), request.files()).json())),
        webhook(
            "GET",
            MESSAGE,
            (request, token) -> Answer.ok(interactions.message(token, id(request)).json())),
        webhook(
            "PATCH",
            MESSAGE,
            (request, token) ->
                Answer.ok(
                    interactions.edit(token, id(request), request.body(), request.files()).json())),
        webhook(
            "DELETE",
            MESSAGE,
            (request, token) -> {
              interactions.delete(token, id(request));
              return Answer.noContent();
            }));
  }

  private Answer callback(Request request) {
    ObjectNode response =
        interactions.callback(
            request.argument(0), request.argument(1), request.body(), request.files());
    return request.asks("with_response=true") ? Answer.ok(response) : Answer.noContent();
  }

  private Route webhook(
      String method, String template, BiFunction<Request, String, Answer> action) {
    return Route.open(
        method,
        template,
        request -> {
          if (!request.argument(0).equals(applicationId)) {
            throw Refusal.unknownWebhook();
          }
          return action.apply(request, request.argument(1));
        });
  }

  private static String id(Request request) {
    return request.argument(2);
  }
}
