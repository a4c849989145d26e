from django.urls import path

from search.bestbets.views import bet, bets, remove_bet

urlpatterns = [
    path("", bets, name="best_bets"),
    path("them/", bet, name="add_best_bet"),
    path("<int:pk>/", bet, name="best_bet"),
    path("<int:pk>/xoa/", remove_bet, name="remove_best_bet"),
]
